/** Keeping a household's file over the graph: each mutation is one command, once for each key. */
import { Classified, type RequestContext, toReceipt } from '@stezhka/subgraph';
import { type Channel, Refusal } from '@stezhka/vocabulary';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RecordContent } from '../vault/content.js';
import type { Act } from './commands.js';
import type { HouseholdCommands } from './handle.commands.js';
import { SealRecordInput } from './resolver.content.inputs.js';
import {
  AddMemberInput,
  OpenHouseholdInput,
  RecordAgreementInput,
  WithdrawAgreementInput,
} from './resolver.inputs.js';
import {
  AgreementRecordedType,
  AgreementWithdrawnType,
  HouseholdOpenedType,
  MemberAddedType,
  RecordSealedType,
} from './resolver.results.js';

const actOf = ({ occurredAt, channel }: { occurredAt?: Date; channel?: Channel }): Act => ({
  // Left open may also be written as null.
  channel: channel ?? 'api',
  ...(occurredAt ? { occurredAt: occurredAt.toISOString() } : {}),
});

@Resolver()
export class HouseholdMutations {
  constructor(private readonly commands: HouseholdCommands) {}

  @Mutation(() => HouseholdOpenedType, { description: "Take a person or people onto one's own caseload." })
  @Classified('OWN')
  async openHousehold(
    @Arg('input', () => OpenHouseholdInput) input: OpenHouseholdInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<HouseholdOpenedType> {
    const { key, pathway, memberCount } = input;
    const done = await this.commands.openHousehold(
      viewer,
      { key, pathway, memberCount, ...actOf(input) },
      now,
    );
    return { receipt: toReceipt(done), memberIds: [...done.memberIds] };
  }

  @Mutation(() => MemberAddedType, { description: 'One more person belongs to the household.' })
  @Classified('OWN')
  async addMember(
    @Arg('input', () => AddMemberInput) input: AddMemberInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<MemberAddedType> {
    const { key, householdId } = input;
    const done = await this.commands.addMember(viewer, { key, householdId, ...actOf(input) }, now);
    return { receipt: toReceipt(done), memberId: done.memberId };
  }

  @Mutation(() => RecordSealedType, { description: 'Write something down, sealed. Exactly one content.' })
  @Classified('OWN')
  async sealRecord(
    @Arg('input', () => SealRecordInput) input: SealRecordInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<RecordSealedType> {
    const { key, householdId, subjectId } = input;
    const record = contentOf(input);
    const done = await this.commands.sealRecord(viewer, { key, householdId, subjectId, record }, now);
    return { receipt: toReceipt(done), recordId: done.recordId };
  }

  @Mutation(() => AgreementRecordedType, { description: 'Members agreed to share.' })
  @Classified('OWN')
  async recordAgreement(
    @Arg('input', () => RecordAgreementInput) input: RecordAgreementInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<AgreementRecordedType> {
    const { occurredAt: _, channel: __, ...terms } = input;
    const valid = { validFrom: terms.validFrom.toISOString(), validUntil: terms.validUntil.toISOString() };
    const done = await this.commands.recordAgreement(viewer, { ...terms, ...valid, ...actOf(input) }, now);
    return { receipt: toReceipt(done), agreementId: done.agreementId, receiptId: done.receiptId };
  }

  @Mutation(() => AgreementWithdrawnType, {
    description: 'Take agreements back. Effective at once; the answer waits up to 2 s for the recipients.',
  })
  @Classified('OWN')
  async withdrawAgreement(
    @Arg('input', () => WithdrawAgreementInput) input: WithdrawAgreementInput,
    @Ctx() { viewer, now, turn }: RequestContext,
  ): Promise<AgreementWithdrawnType> {
    const { key, householdId, agreementIds, memberIds } = input;
    const what = { ...(agreementIds ? { agreementIds } : {}), ...(memberIds ? { memberIds } : {}) };
    const done = await this.commands.withdrawAgreement(
      viewer,
      { key, householdId, ...what, ...actOf(input) },
      now,
      turn.leave,
    );
    return { receipt: toReceipt(done), recipientsInformed: done.recipientsInformed };
  }
}

/** @throws Refusal `INVALID_INPUT` unless there is exactly one content */
function contentOf({ contact, decisionSet, protection, special }: SealRecordInput): RecordContent {
  const given: (RecordContent | undefined)[] = [
    contact && { dataClass: 'C1', content: contact },
    decisionSet && { dataClass: 'C2', content: decisionSet },
    protection && { dataClass: 'C3', content: protection },
    special && { dataClass: 'C4', content: special },
  ];
  const [content, ...more] = given.filter((one) => one !== undefined);
  if (!content || more.length > 0)
    throw new Refusal('INVALID_INPUT', ['contact', 'decisionSet', 'protection', 'special']);
  return content;
}
