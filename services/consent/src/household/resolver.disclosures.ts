/** Opening sealed records over the graph: by mutation alone, because every opening is recorded first. */
import { Classified, type RequestContext, toReceipt } from '@stezhka/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { HouseholdCommands } from './handle.commands.js';
import type { Disclosure } from './handle.disclose.js';
import type { OpenedRecord } from './handle.opening.js';
import { type OpenedRecordType, PersonDisclosureType } from './resolver.content.types.js';
import { DiscloseReferralInput, ReadHouseholdInput } from './resolver.inputs.js';

@Resolver()
export class DisclosureMutations {
  constructor(private readonly commands: HouseholdCommands) {}

  @Mutation(() => PersonDisclosureType, {
    description: 'Open what a referral shares, as far as its state and the agreement allow.',
  })
  @Classified('PARTIES')
  async discloseReferral(
    @Arg('input', () => DiscloseReferralInput) { key, referralId, classes, purpose }: DiscloseReferralInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<PersonDisclosureType> {
    return toDisclosure(
      await this.commands.discloseReferral(viewer, { key, referralId, classes, purpose }, now),
    );
  }

  @Mutation(() => PersonDisclosureType, {
    description: "Open the newest records of a household of one's own actor.",
  })
  @Classified('OWN')
  async readHousehold(
    @Arg('input', () => ReadHouseholdInput) { key, householdId, classes, purpose }: ReadHouseholdInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<PersonDisclosureType> {
    return toDisclosure(
      await this.commands.readHousehold(viewer, { key, householdId, classes, purpose }, now),
    );
  }
}

function toDisclosure({ receipt, records }: Disclosure): PersonDisclosureType {
  return { receipt: toReceipt(receipt), records: records.map(toOpenedRecord) };
}

function toOpenedRecord(record: OpenedRecord): OpenedRecordType {
  const { recordId, subjectId, dataClass, version } = record;
  return {
    ...{ recordId, subjectId, dataClass, version },
    contact: record.dataClass === 'C1' ? record.content : null,
    decisionSet: record.dataClass === 'C2' ? (record.content as OpenedRecordType['decisionSet']) : null,
    protection: record.dataClass === 'C3' ? record.content : null,
    special: record.dataClass === 'C4' ? record.content : null,
  };
}
