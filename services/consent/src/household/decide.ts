/**
 * A household, top to bottom: is it allowed, and what then happened? Its own actor opens it, writes it and takes
 * agreements back; a recipient opens what a permit names; nobody else knows that it exists.
 */
import type { Viewer } from '@stezhka/auth';
import type { Decider, DecisionContext } from '@stezhka/event-store';
import { Refusal } from '@stezhka/vocabulary';
import type {
  AddMember,
  Disclose,
  HouseholdCommand,
  OpenHousehold,
  ReadNotes,
  ReadOwn,
  SealRecord,
} from './commands.js';
import { recordAgreement } from './decide.agreement.js';
import { disclosed, opensToOwner, opensToRecipient } from './decide.disclosure.js';
import type { Facts } from './decide.facts.js';
import { opensNotes, sealNote } from './decide.notes.js';
import { decidePermit } from './decide.permit.js';
import { mustBeKnown, nextVersion, occurredAtOf, opened, ownedBy, SealedTooLate } from './decide.rules.js';
import type { HouseholdWalls } from './decide.walls.js';
import { withdrawAgreement } from './decide.withdrawal.js';
import { memberLabel, recordLabel } from './derived-ids.js';
import type { HouseholdEvent } from './events.js';
import { evolve, type Household, initialState, type OpenedHousehold } from './evolve.js';

type Context = DecisionContext<Facts>;
type Decision = readonly HouseholdEvent[];

const MOST_MEMBERS = 20;

export function createHouseholdDecider(
  walls: HouseholdWalls,
): Decider<Household, HouseholdCommand, HouseholdEvent, Facts> {
  const wall: HouseholdWalls['wall'] = walls.wall;

  type OwnRule = 'household.write' | 'household.unseal' | 'household.withdraw';
  /** The household, for a command of its own actor. */
  function own(household: Household, rule: OwnRule, by: Viewer | undefined): OpenedHousehold {
    const { actorId, pathway } =
      household.phase === 'open' ? household : { actorId: '', pathway: 'general' as const };
    wall.authorize(rule, by, { actorId, pathway });
    const file = opened(household);
    if (walls.permitWall === 'closed') ownedBy(file, by);
    return file;
  }

  function open(household: Household, command: OpenHousehold, context: Context): Decision {
    const { pathway, memberCount, channel } = command;
    const { facts, newId, now, targetId: householdId } = context;
    const by: Viewer | undefined = facts.by;
    wall.authorize('household.open', by, { pathway });
    if (household.phase === 'open') throw new Refusal('CONFLICT');
    if (memberCount < 1 || memberCount > MOST_MEMBERS) throw new Refusal('INVALID_INPUT', ['memberCount']);
    const memberIds = Array.from({ length: memberCount }, (_, n) => newId(memberLabel(n)));
    const occurredAt = occurredAtOf(command, now);
    const { actorId } = by;
    return [
      {
        type: 'HouseholdOpened.v1',
        data: { householdId, actorId, pathway, memberIds, occurredAt, channel },
      },
    ];
  }

  function addMember(household: Household, command: AddMember, context: Context): Decision {
    const { householdId, memberIds } = own(household, 'household.write', context.facts.by);
    if (memberIds.length >= MOST_MEMBERS) throw new Refusal('CONFLICT');
    const occurredAt = occurredAtOf(command, context.now);
    const { channel } = command;
    const memberId = context.newId('member');
    return [{ type: 'MemberAdded.v1', data: { householdId, memberId, occurredAt, channel } }];
  }

  function sealRecord(household: Household, command: SealRecord, context: Context): Decision {
    const { facts, newId } = context;
    const file = own(household, 'household.write', facts.by);
    const { subjectId, dataClass } = command;
    mustBeKnown([subjectId], [file.householdId, ...file.memberIds]);
    if (facts.sealed?.version !== nextVersion(file, subjectId, dataClass)) throw new SealedTooLate();
    const recordId = newId(recordLabel(command));
    return [
      {
        type: 'RecordSealed.v1',
        data: { householdId: file.householdId, recordId, subjectId, dataClass, ...facts.sealed },
      },
    ];
  }

  function disclose(household: Household, command: Disclose, { facts, now }: Context): Decision {
    const file = opened(household);
    const what = opensToRecipient(walls, file, facts, command, now);
    return disclosed(file, facts.by as Viewer, what, command.purpose, now);
  }

  function readOwn(household: Household, command: ReadOwn, { facts, now }: Context): Decision {
    const file = own(household, 'household.unseal', facts.by);
    return disclosed(file, facts.by as Viewer, opensToOwner(file, command), command.purpose, now);
  }

  function readNotes(household: Household, command: ReadNotes, { facts, now }: Context): Decision {
    const file = opened(household);
    const what = opensNotes(walls, file, facts, command, now);
    return disclosed(file, facts.by as Viewer, what, command.purpose, now);
  }

  return {
    initialState,
    evolve,
    decide(household, command, context) {
      switch (command.type) {
        case 'OpenHousehold':
          return open(household, command, context);
        case 'AddMember':
          return addMember(household, command, context);
        case 'SealRecord':
          return sealRecord(household, command, context);
        case 'RecordAgreement':
          return recordAgreement(own(household, 'household.write', context.facts.by), command, context);
        case 'DecidePermit':
          return decidePermit(household, command, context);
        case 'Disclose':
          return disclose(household, command, context);
        case 'ReadOwn':
          return readOwn(household, command, context);
        case 'SealNote':
          return sealNote(walls, opened(household), command, context);
        case 'ReadNotes':
          return readNotes(household, command, context);
        case 'WithdrawAgreement':
          return withdrawAgreement(own(household, 'household.withdraw', context.facts.by), command, context);
        default:
          return unreachable(command);
      }
    },
  };
}

function unreachable(command: never): never {
  throw new Error(`a command that nobody decides: ${(command as HouseholdCommand).type}`);
}
