/** Is it allowed, and what then happened? Who asks was settled before: here are the rules of the field alone. */
import type { Decider, DecisionContext } from '@stezhka/event-store';
import { Refusal } from '@stezhka/vocabulary';
import type { ActorCommand, AdmitActor } from './commands.js';
import { grantCertification, revokeCertification } from './decide.certifications.js';
import {
  changeServiceTerms,
  endService,
  markServiceFull,
  offerService,
  reportCapacity,
  takePlace,
} from './decide.services.js';
import { changeAccess, changeBase, changeOperations } from './decide.status.js';
import type { ActorEvent } from './events.js';
import { type ActorState, evolve, initialState } from './evolve.js';

export const actorDecider: Decider<ActorState, ActorCommand, ActorEvent> = { initialState, decide, evolve };

function decide(state: ActorState, command: ActorCommand, context: DecisionContext): readonly ActorEvent[] {
  const now = context.now.toISOString();
  const told = 'effectiveAt' in command ? command.effectiveAt : (command.occurredAt ?? now);
  if (told > now) throw new Refusal('OCCURRED_IN_FUTURE');
  if (command.type === 'AdmitActor') return admitActor(state, command, context);
  if (state.phase === 'unknown') {
    if (command.type === 'MarkServiceFull' || command.type === 'TakePlace') return [];
    throw new Refusal('NOT_FOUND');
  }
  if (told < state.admittedAt) throw new Refusal('OCCURRED_BEFORE');
  const { targetId: actorId } = context;
  switch (command.type) {
    case 'ChangeOperations':
      return changeOperations(state, command, actorId);
    case 'ChangeBase':
      return changeBase(state, command, actorId);
    case 'ChangeAccess':
      return changeAccess(state, command, actorId);
    case 'OfferService':
      return offerService(state, command, actorId, context);
    case 'ChangeServiceTerms':
      return changeServiceTerms(state, command, actorId, context);
    case 'EndService':
      return endService(state, command, actorId);
    case 'ReportCapacity':
      return reportCapacity(state, { ...command, occurredAt: told }, actorId);
    case 'MarkServiceFull':
      return markServiceFull(state, command, actorId);
    case 'TakePlace':
      return takePlace(state, command, actorId);
    case 'GrantCertification':
      return grantCertification(state, command, actorId);
    case 'RevokeCertification':
      return revokeCertification(state, command, actorId);
    default:
      return command satisfies never;
  }
}

function admitActor(state: ActorState, command: AdmitActor, { targetId: actorId }: DecisionContext) {
  const { type: _type, ...told } = command;
  if (state.phase === 'admitted') throw new Refusal('CONFLICT');
  if (told.homeOblast !== undefined && told.country !== 'UA') throw new Refusal('INVALID_INPUT');
  return [{ type: 'ActorAdmitted.v1', data: { actorId, ...told } }] satisfies ActorEvent[];
}
