/** How a service of an actor is spoken of over the graph. */
import * as s from '@stezhka/subgraph';
import { Classified, DateTime, type RequestContext } from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { capacityAt } from '@stezhka/vocabulary';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { DirectoryQueries } from './query.directory.js';
import type { SeenService } from './query.services.js';
import { ActorType, CapacityType, toActor } from './resolver.types.js';

@ObjectType('OfferedService', { description: 'One service of one actor, under its own conditions.' })
@Directive('@key(fields: "id")')
export class OfferedServiceType {
  @Field(() => ID)
  @Classified('PUBLIC')
  id!: string;

  @Field(() => s.ServiceCodeScalar)
  @Classified('PUBLIC')
  service!: v.ServiceCode;

  @Field(() => [s.OblastCodeScalar], { description: 'Where; empty for an actor abroad.' })
  @Classified('PUBLIC')
  oblasts!: v.OblastCode[];

  @Field(() => [s.PathwayScalar], { description: 'On which it receives now, as far as the viewer may know.' })
  @Classified('PUBLIC')
  pathways!: v.Pathway[];

  @Field(() => s.ModalityScalar)
  @Classified('PUBLIC')
  modality!: v.Modality;

  @Field(() => [s.AgeBandScalar], { description: 'Empty: everyone.' })
  @Classified('PUBLIC')
  ageBands!: v.AgeBand[];

  @Field(() => [s.SexScalar], { description: 'Empty: everyone.' })
  @Classified('PUBLIC')
  sexes!: v.Sex[];

  @Field(() => [s.PersonLanguageScalar])
  @Classified('PUBLIC')
  languages!: v.PersonLanguage[];

  @Field(() => [s.IntakeQuestionScalar], { description: 'What it must know to decide.' })
  @Classified('PUBLIC')
  intakeQuestions!: v.IntakeQuestion[];

  @Field(() => [s.DataClassScalar], { description: 'Without agreement to share these it cannot be given.' })
  @Classified('PUBLIC')
  neededClasses!: v.DataClass[];

  @Field(() => Boolean, { description: 'A formal направлення is demanded for admission.' })
  @Classified('PUBLIC')
  admissionDocument!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; past referrals still name it.' })
  @Classified('PUBLIC')
  endedAt!: Date | null;

  seen!: SeenService;
}

export function toService(seen: SeenService): OfferedServiceType {
  const { row, pathways } = seen;
  return Object.assign(new OfferedServiceType(), {
    id: row.service_id,
    service: row.service,
    oblasts: row.oblasts,
    pathways: [...pathways],
    modality: row.modality,
    ageBands: row.age_bands,
    sexes: row.sexes,
    languages: row.languages,
    intakeQuestions: row.intake_questions,
    neededClasses: row.needed_classes,
    admissionDocument: row.admission_document,
    endedAt: row.ended_at,
    seen,
  });
}

@Resolver(() => OfferedServiceType)
export class OfferedServiceResolver {
  constructor(private readonly directory: DirectoryQueries) {}

  @Query(() => OfferedServiceType, { nullable: true })
  @Classified('PUBLIC')
  async offeredService(
    @Arg('id', () => ID) id: string,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<OfferedServiceType | null> {
    const seen = await this.directory.service(viewer, id, now);
    return seen ? toService(seen) : null;
  }

  @FieldResolver(() => ActorType)
  @Classified('PUBLIC')
  async actor(
    @Root() { seen }: OfferedServiceType,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<ActorType | null> {
    const actor = await this.directory.actor(viewer, seen.row.actor_id, now);
    return actor ? toActor(actor) : null;
  }

  @FieldResolver(() => CapacityType)
  @Classified('PUBLIC')
  capacity(@Root() { seen }: OfferedServiceType, @Ctx() { now }: RequestContext): CapacityType {
    const { capacity: state, available, maximum, capacity_at: updatedAt } = seen.row;
    return capacityAt({ state, available, maximum, updatedAt }, now);
  }
}
