/** How an actor is spoken of over the graph. What an isolated pathway hides is left out of lists, not refused. */
import * as s from '@stezhka/subgraph';
import { Classified, codeScalar, DateTime } from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { CertificationRow, StatusRow } from '../rows.js';
import { type ActorKind, actorKinds } from './events.js';
import type { SeenActor } from './query.directory.js';

export const ActorKindScalar = codeScalar<ActorKind>(
  'ActorKind',
  { codes: actorKinds, is: (value): value is ActorKind => actorKinds.some((kind) => kind === value) },
  'What kind of organisation an actor is.',
);

@ObjectType('ActorNames', { description: 'A name in each language of the network.' })
export class ActorNamesType {
  @Field(() => String)
  @Classified('PUBLIC')
  uk!: string;

  @Field(() => String)
  @Classified('PUBLIC')
  en!: string;

  @Field(() => String)
  @Classified('PUBLIC')
  ro!: string;
}

@ObjectType('ActorAccess', { description: 'How far an actor can reach an area.' })
export class ActorAccessType {
  @Field(() => s.OblastCodeScalar)
  @Classified('PUBLIC')
  oblast!: v.OblastCode;

  @Field(() => s.AccessStateScalar)
  @Classified('PUBLIC')
  access!: v.AccessState;

  @Field(() => DateTime)
  @Classified('PUBLIC')
  effectiveAt!: Date;
}

@ObjectType('ActorStatusChange', { description: 'One statement about one axis of the status.' })
export class ActorStatusChangeType {
  @Field(() => s.OperationsScalar, { nullable: true })
  @Classified('PUBLIC')
  operations!: v.Operations | null;

  @Field(() => s.BaseScalar, { nullable: true })
  @Classified('PUBLIC')
  base!: v.Base | null;

  @Field(() => s.AccessStateScalar, { nullable: true })
  @Classified('PUBLIC')
  access!: v.AccessState | null;

  @Field(() => s.OblastCodeScalar, { nullable: true, description: 'The area that `access` is about.' })
  @Classified('PUBLIC')
  oblast!: v.OblastCode | null;

  @Field(() => DateTime, { description: 'From when it held.' })
  @Classified('PUBLIC')
  effectiveAt!: Date;

  @Field(() => DateTime, { description: 'When it was recorded; nobody can set this.' })
  @Classified('PUBLIC')
  recordedAt!: Date;
}

@ObjectType('ActorCertification', { description: 'Leave to receive on an isolated pathway.' })
export class ActorCertificationType {
  @Field(() => s.PathwayScalar)
  @Classified('PUBLIC')
  pathway!: v.Pathway;

  @Field(() => DateTime)
  @Classified('PUBLIC')
  effectiveAt!: Date;

  @Field(() => DateTime, { nullable: true })
  @Classified('PUBLIC')
  validUntil!: Date | null;
}

@ObjectType('Actor', { description: 'A protection actor of the network.' })
@Directive('@key(fields: "id")')
export class ActorType {
  @Field(() => ID)
  @Classified('PUBLIC')
  id!: string;

  @Field(() => ActorNamesType)
  @Classified('PUBLIC')
  names!: ActorNamesType;

  @Field(() => ActorKindScalar)
  @Classified('PUBLIC')
  kind!: ActorKind;

  @Field(() => s.CountryCodeScalar)
  @Classified('PUBLIC')
  country!: v.CountryCode;

  @Field(() => s.OblastCodeScalar, { nullable: true, description: 'Where its seat is, in Ukraine.' })
  @Classified('PUBLIC')
  homeOblast!: v.OblastCode | null;

  @Field(() => String, { nullable: true, description: 'Phone of the duty officer.' })
  @Classified('PUBLIC')
  dutyPhone!: string | null;

  @Field(() => DateTime, { description: 'Since when it is in the network.' })
  @Classified('PUBLIC')
  admittedAt!: Date;

  seen!: SeenActor;
}

@ObjectType('Capacity', {
  description:
    'Room in a service. Unconfirmed for too long it reads unknown; that there is none holds until it is confirmed otherwise.',
})
export class CapacityType {
  @Field(() => s.CapacityStateScalar)
  @Classified('PUBLIC')
  state!: v.CapacityState;

  @Field(() => Int, { nullable: true, description: 'Free places.' })
  @Classified('PUBLIC')
  available!: number | null;

  @Field(() => Int, { nullable: true, description: 'All places.' })
  @Classified('PUBLIC')
  maximum!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was last so; to the hour for other actors.',
  })
  @Classified('PUBLIC')
  updatedAt!: Date | null;

  @Field(() => Boolean, { description: 'Never stated, or not confirmed for longer than the policy allows.' })
  @Classified('PUBLIC')
  stale!: boolean;

  @Field(() => Int, { description: 'Version of the policy by which it was judged.' })
  @Classified('PUBLIC')
  policy!: number;
}

@ObjectType('ActorPage', { description: 'Actors by name.' })
export class ActorPage {
  @Field(() => [ActorType])
  @Classified('PUBLIC')
  items!: ActorType[];

  @Field(() => Boolean)
  @Classified('PUBLIC')
  hasMore!: boolean;

  @Field(() => ID, { nullable: true, description: 'To ask for the next page `after`.' })
  @Classified('PUBLIC')
  cursor!: string | null;
}

@ObjectType('NetworkCount', { description: 'How the network stood on a day.' })
export class NetworkCountType {
  @Field(() => DateTime)
  @Classified('PUBLIC')
  asOf!: Date;

  @Field(() => Int, { description: 'Actors admitted by then.' })
  @Classified('PUBLIC')
  actors!: number;

  @Field(() => Int, { description: 'Those that were operational, at least in part.' })
  @Classified('PUBLIC')
  operational!: number;

  @Field(() => Int, { description: 'Those whose operations were full.' })
  @Classified('PUBLIC')
  fullyOperational!: number;
}

export function toActor(seen: SeenActor): ActorType {
  const { row } = seen;
  return Object.assign(new ActorType(), {
    id: row.actor_id,
    names: { uk: row.name_uk, en: row.name_en, ro: row.name_ro },
    kind: row.kind,
    country: row.country,
    homeOblast: row.home_oblast,
    dutyPhone: row.duty_phone,
    admittedAt: row.admitted_at,
    seen,
  });
}

export function toStatusChange(row: StatusRow): ActorStatusChangeType {
  const { operations, base, access, oblast, effective_at: effectiveAt, recorded_at: recordedAt } = row;
  return { operations, base, access, oblast, effectiveAt, recordedAt };
}

export function toCertification(row: CertificationRow): ActorCertificationType {
  return { pathway: row.pathway, effectiveAt: row.effective_at, validUntil: row.valid_until };
}
