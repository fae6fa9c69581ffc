/** Members agree to share: with whom, what for, what, and until when. */
import type { DecisionContext } from '@stezhka/event-store';
import { Refusal } from '@stezhka/vocabulary';
import type { RecordAgreement } from './commands.js';
import { distinct, momentOf, mustBeKnown, occurredAtOf } from './decide.rules.js';
import type { HouseholdEvent } from './events.js';
import type { OpenedHousehold } from './evolve.js';

export function recordAgreement(
  household: OpenedHousehold,
  command: RecordAgreement,
  { now, newId }: DecisionContext<unknown>,
): readonly HouseholdEvent[] {
  const { type: _, ...terms } = command;
  const lists = {
    principalIds: distinct(terms.principalIds),
    recipientIds: distinct(terms.recipientIds),
    purposes: distinct(terms.purposes),
    dataClasses: distinct(terms.dataClasses),
  };
  mustBeKnown(lists.principalIds, household.memberIds);
  for (const [name, list] of Object.entries(lists))
    if (list.length === 0) throw new Refusal('INVALID_INPUT', [name]);
  const [validFrom, validUntil] = [momentOf(terms.validFrom), momentOf(terms.validUntil)];
  if (validFrom >= validUntil) throw new Refusal('INVALID_INPUT', ['validUntil']);
  // An oral agreement that nobody heard is one side's word.
  if (terms.form === 'oral_witnessed' && !terms.witnessed) throw new Refusal('INVALID_INPUT', ['witnessed']);
  return [
    {
      type: 'AgreementRecorded.v1',
      data: {
        ...terms,
        ...lists,
        ...{ validFrom, validUntil },
        householdId: household.householdId,
        agreementId: newId('agreement'),
        receiptId: newId('agreement-receipt'),
        schemaVersion: '27560-2023',
        controllerId: household.actorId,
        withdrawalMethod: 'any_channel_to_any_party',
        occurredAt: occurredAtOf(command, now),
      },
    },
  ];
}
