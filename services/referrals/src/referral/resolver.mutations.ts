/** How a referral is acted on over the graph: each mutation is one command, once for each key. */
import {
  Classified,
  PermitRefusalScalar,
  Receipt,
  type RequestContext,
  revisionOf,
  toReceipt,
} from '@stezhka/subgraph';
import type { PermitRefusal } from '@stezhka/vocabulary';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Act } from './commands.js';
import type { Answering, ReferralCommands } from './handle.js';
import {
  AnswerReferralInput,
  CancelPreparationInput,
  CompleteReferralInput,
  DeclineReferralInput,
  DraftReferralInput,
  PrepareReferralInput,
  SendReferralInput,
  WithdrawReferralInput,
} from './resolver.inputs.js';

@ObjectType('SendReferralResult')
export class SendReferralResult {
  @Field(() => Receipt)
  @Classified('PARTIES')
  receipt!: Receipt;

  @Field(() => String, { description: 'sent, refused, or PENDING while consent has not answered yet.' })
  @Classified('OWN')
  outcome!: string;

  @Field(() => PermitRefusalScalar, { nullable: true, description: 'Why consent refused.' })
  @Classified('OWN')
  refused?: PermitRefusal | null;
}

interface ActFields {
  readonly key: string;
  readonly occurredAt?: Date;
  readonly channel?: Act['channel'];
}
interface OnReferral extends ActFields {
  readonly referralId: string;
  readonly seenRevision?: string;
}

const actOf = ({ occurredAt, channel }: ActFields): Act => ({
  // Left open may also be written as null.
  channel: channel ?? 'api',
  ...(occurredAt ? { occurredAt: occurredAt.toISOString() } : {}),
});

const given = ({ key, seenRevision }: { key: string; seenRevision?: string }, now: Date) => {
  const seen = seenRevision === undefined ? undefined : revisionOf(seenRevision);
  return { key, now, ...(seen === undefined ? {} : { seenRevision: seen }) };
};

@Resolver()
export class ReferralMutations {
  constructor(private readonly commands: ReferralCommands) {}

  @Mutation(() => Receipt, { description: "Begin to refer a household of one's own caseload." })
  @Classified('PARTIES')
  async draftReferral(
    @Arg('input', () => DraftReferralInput) input: DraftReferralInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const { key, occurredAt: _, channel: __, language, partOf, ...terms } = input;
    const known = { ...(language ? { language } : {}), ...(partOf ? { partOf } : {}) };
    const command = { type: 'DraftReferral' as const, ...terms, ...known, ...actOf(input) };
    return toReceipt(await this.commands.draft(viewer, command, { key, now }));
  }

  @Mutation(() => SendReferralResult, {
    description:
      'Put a draft to one service. It is sent once consent permits it; the answer waits up to 2 s.',
  })
  @Classified('PARTIES')
  async sendReferral(
    @Arg('input', () => SendReferralInput) input: SendReferralInput,
    @Ctx() { viewer, now, turn }: RequestContext,
  ): Promise<SendReferralResult> {
    const { referralId, serviceId, dataClasses, decisionRecordIds } = input;
    const command = { type: 'SendReferral' as const, serviceId, dataClasses, decisionRecordIds };
    const sending = await this.commands.send(
      viewer,
      referralId,
      { ...command, ...actOf(input) },
      { ...given(input, now), whenDone: turn.leave },
    );
    const outcome = sending.outcome === 'pending' ? 'PENDING' : sending.outcome;
    return { receipt: toReceipt(sending), outcome, refused: sending.refused ?? null };
  }

  @Mutation(() => Receipt, {
    description:
      'Have a draft sent by itself if the referral that it continues, which still waits, expires or is declined.',
  })
  @Classified('PARTIES')
  async prepareReferral(
    @Arg('input', () => PrepareReferralInput) input: PrepareReferralInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const { referralId, serviceId, dataClasses, decisionRecordIds } = input;
    const command = { type: 'PrepareReferral' as const, serviceId, dataClasses, decisionRecordIds };
    return toReceipt(
      await this.commands.prepare(viewer, referralId, { ...command, ...actOf(input) }, given(input, now)),
    );
  }

  @Mutation(() => Receipt, { description: 'It is not to be sent by itself: a draft again.' })
  @Classified('PARTIES')
  cancelPreparation(
    @Arg('input', () => CancelPreparationInput) input: CancelPreparationInput,
    @Ctx() context: RequestContext,
  ): Promise<Receipt> {
    return this.act(context, input, { type: 'CancelPreparation', ...actOf(input) });
  }

  @Mutation(() => Receipt, { description: 'We have seen it and are looking into it.' })
  @Classified('PARTIES')
  acknowledgeReferral(
    @Arg('input', () => AnswerReferralInput) input: AnswerReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<Receipt> {
    return this.act(context, input, { type: 'AcknowledgeReferral', ...actOf(input) });
  }

  @Mutation(() => Receipt, { description: 'We will serve.' })
  @Classified('PARTIES')
  acceptReferral(
    @Arg('input', () => AnswerReferralInput) input: AnswerReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<Receipt> {
    return this.act(context, input, { type: 'AcceptReferral', ...actOf(input) });
  }

  @Mutation(() => Receipt, { description: 'We will not serve, and why.' })
  @Classified('PARTIES')
  declineReferral(
    @Arg('input', () => DeclineReferralInput) input: DeclineReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<Receipt> {
    const { reason, capacityScope, noteRecordId } = input;
    const why = {
      ...(capacityScope ? { capacityScope } : {}),
      ...(noteRecordId ? { noteRecordId } : {}),
    };
    return this.act(context, input, { type: 'DeclineReferral', reason, ...why, ...actOf(input) });
  }

  @Mutation(() => Receipt, { description: 'The answer that the other side typed in is right.' })
  @Classified('PARTIES')
  confirmAnswer(
    @Arg('input', () => AnswerReferralInput) input: AnswerReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<Receipt> {
    return this.act(context, input, { type: 'ConfirmAnswer', ...actOf(input) });
  }

  @Mutation(() => Receipt, { description: 'The service began.' })
  @Classified('PARTIES')
  startReferral(
    @Arg('input', () => AnswerReferralInput) input: AnswerReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<Receipt> {
    return this.act(context, input, { type: 'StartReferral', ...actOf(input) });
  }

  @Mutation(() => Receipt, { description: 'The service was given, and what came of it.' })
  @Classified('PARTIES')
  completeReferral(
    @Arg('input', () => CompleteReferralInput) input: CompleteReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<Receipt> {
    return this.act(context, input, { type: 'CompleteReferral', outcome: input.outcome, ...actOf(input) });
  }

  @Mutation(() => Receipt, { description: 'Take it back.' })
  @Classified('PARTIES')
  withdrawReferral(
    @Arg('input', () => WithdrawReferralInput) input: WithdrawReferralInput,
    @Ctx() context: RequestContext,
  ): Promise<Receipt> {
    return this.act(context, input, { type: 'WithdrawReferral', reason: input.reason, ...actOf(input) });
  }

  private async act(
    { viewer, now }: RequestContext,
    input: OnReferral,
    command: Answering,
  ): Promise<Receipt> {
    return toReceipt(await this.commands.act(viewer, input.referralId, command, given(input, now)));
  }
}
