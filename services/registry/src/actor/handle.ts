/** An actor's commands as the API and the loader call them: who may is asked first, then the decision is made. */
import type { Viewer } from '@stezhka/auth';
import { type CommandHandler, commandIdOf, idWithin, type Receipt } from '@stezhka/event-store';
import {
  ageBands,
  dataClasses,
  intakeQuestions,
  oblasts,
  pathways,
  personLanguages,
  sexes,
} from '@stezhka/vocabulary';
import { inListOrder, momentOf, present } from '../as-told.js';
import type { RegistryWall } from '../authorize.js';
import type {
  ActorCommand,
  AdmitActor,
  ChangeAccess,
  ChangeBase,
  ChangeOperations,
  ChangeServiceTerms,
  EndService,
  GrantCertification,
  OfferService,
  ReportCapacity,
  RevokeCertification,
  ServiceTerms,
} from './commands.js';
import type { ActorState } from './evolve.js';

/** What comes with every command. */
export interface Keyed {
  /** Idempotency key: the same on every retry. */
  readonly key: string;
  /** The revision that the sender saw, if she wants to be refused when it has moved. */
  readonly seenRevision?: bigint | undefined;
}

/** A command's own fields and {@link Keyed}. */
export type Asked<Command> = Omit<Command, 'type'> & Keyed;
/** The same for one actor. */
export type AskedOf<Command> = Asked<Command> & { readonly actorId: string };

/**
 * @throws Refusal UNAUTHENTICATED for nobody, NOT_FOUND for whoever may not, or the code of the rule that says no
 */
export type Ask<Input> = (viewer: Viewer | undefined, input: Input, now: Date) => Promise<Receipt>;

export interface ActorCommands {
  /** The receipt's id is the new actor's. Registrar. */
  readonly admitActor: Ask<Asked<AdmitActor>>;
  readonly changeOperations: Ask<AskedOf<ChangeOperations>>;
  readonly changeBase: Ask<AskedOf<ChangeBase>>;
  readonly changeAccess: Ask<AskedOf<ChangeAccess>>;
  /** The receipt's id is the new service's; its revision is the actor's. */
  readonly offerService: Ask<AskedOf<OfferService>>;
  readonly changeServiceTerms: Ask<AskedOf<ChangeServiceTerms>>;
  readonly endService: Ask<AskedOf<EndService>>;
  readonly reportCapacity: Ask<AskedOf<ReportCapacity>>;
  readonly grantCertification: Ask<AskedOf<GrantCertification>>;
  readonly revokeCertification: Ask<AskedOf<RevokeCertification>>;
}

export interface ActorCommandDeps {
  readonly actors: CommandHandler<ActorState, ActorCommand>;
  readonly wall: RegistryWall;
  readonly secret: string;
}

export function createActorCommands(deps: ActorCommandDeps): ActorCommands {
  const { actors, secret } = deps;
  const wall: RegistryWall = deps.wall;
  const give = (viewer: Viewer, target: string, asked: Keyed, command: ActorCommand, now: Date) => {
    const { key, seenRevision } = asked;
    const seen = seenRevision === undefined ? {} : { seenRevision };
    const { staffId: user } = viewer;
    return actors.handle({ target, name: command.type, command, facts: undefined, key, user, now, ...seen });
  };

  return {
    async admitActor(viewer, asked, now) {
      wall.authorize('actor.admit', viewer, undefined);
      const { name, kind, country, homeOblast, dutyPhone } = asked;
      const told = present({ name, kind, country, homeOblast, dutyPhone });
      const effectiveAt = momentOf(asked.effectiveAt);
      return give(viewer, 'new', asked, { type: 'AdmitActor', ...told, effectiveAt }, now);
    },
    async changeOperations(viewer, { actorId, operations, effectiveAt, ...asked }, now) {
      wall.authorize('actor.changeStatus', viewer, { actorId });
      const from = momentOf(effectiveAt);
      return give(viewer, actorId, asked, { type: 'ChangeOperations', operations, effectiveAt: from }, now);
    },
    async changeBase(viewer, { actorId, base, effectiveAt, ...asked }, now) {
      wall.authorize('actor.changeStatus', viewer, { actorId });
      const from = momentOf(effectiveAt);
      return give(viewer, actorId, asked, { type: 'ChangeBase', base, effectiveAt: from }, now);
    },
    async changeAccess(viewer, { actorId, oblast, access, effectiveAt, ...asked }, now) {
      wall.authorize('actor.changeStatus', viewer, { actorId });
      const from = momentOf(effectiveAt);
      return give(viewer, actorId, asked, { type: 'ChangeAccess', oblast, access, effectiveAt: from }, now);
    },
    async offerService(viewer, asked, now) {
      const { actorId, key } = asked;
      wall.authorize('service.manage', viewer, { actorId });
      const effectiveAt = momentOf(asked.effectiveAt);
      const command = { type: 'OfferService' as const, ...termsOf(asked), effectiveAt };
      const receipt = await give(viewer, actorId, asked, command, now);
      const scope = { user: viewer.staffId, name: command.type, target: actorId, key };
      return { ...receipt, id: idWithin(secret, commandIdOf(secret, scope), 'service') };
    },
    async changeServiceTerms(viewer, asked, now) {
      const { actorId, serviceId } = asked;
      wall.authorize('service.manage', viewer, { actorId });
      const effectiveAt = momentOf(asked.effectiveAt);
      const command = { type: 'ChangeServiceTerms' as const, serviceId, ...termsOf(asked), effectiveAt };
      return give(viewer, actorId, asked, command, now);
    },
    async endService(viewer, { actorId, serviceId, effectiveAt, ...asked }, now) {
      wall.authorize('service.manage', viewer, { actorId });
      const from = momentOf(effectiveAt);
      return give(viewer, actorId, asked, { type: 'EndService', serviceId, effectiveAt: from }, now);
    },
    async reportCapacity(viewer, asked, now) {
      const { actorId, serviceId, capacity, available, maximum } = asked;
      wall.authorize('capacity.report', viewer, { actorId });
      const [occurredAt, seenAt] = [asked.occurredAt, asked.seenAt].map((told) => told && momentOf(told));
      const told = present({ serviceId, capacity, available, maximum, occurredAt, seenAt });
      return give(viewer, actorId, asked, { type: 'ReportCapacity', ...told }, now);
    },
    async grantCertification(viewer, asked, now) {
      const { actorId, pathway, validUntil } = asked;
      wall.authorize('actor.certify', viewer, undefined);
      const until = validUntil === undefined ? {} : { validUntil: momentOf(validUntil) };
      const effectiveAt = momentOf(asked.effectiveAt);
      return give(
        viewer,
        actorId,
        asked,
        { type: 'GrantCertification', pathway, ...until, effectiveAt },
        now,
      );
    },
    async revokeCertification(viewer, { actorId, pathway, effectiveAt, ...asked }, now) {
      wall.authorize('actor.certify', viewer, undefined);
      const from = momentOf(effectiveAt);
      return give(viewer, actorId, asked, { type: 'RevokeCertification', pathway, effectiveAt: from }, now);
    },
  };
}

function termsOf(told: ServiceTerms): ServiceTerms {
  return {
    service: told.service,
    pathways: inListOrder(pathways, told.pathways),
    oblasts: inListOrder(oblasts, told.oblasts),
    modality: told.modality,
    ageBands: inListOrder(ageBands, told.ageBands),
    sexes: inListOrder(sexes, told.sexes),
    languages: inListOrder(personLanguages, told.languages),
    intakeQuestions: inListOrder(intakeQuestions, told.intakeQuestions),
    neededClasses: inListOrder(dataClasses, told.neededClasses),
    admissionDocument: told.admissionDocument,
  };
}
