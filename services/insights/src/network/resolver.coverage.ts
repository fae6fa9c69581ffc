/** How what is covered is asked for over the graph. */
import {
  Classified,
  DateTime,
  OblastCodeScalar,
  type RequestContext,
  ServiceCodeScalar,
} from '@stezhka/subgraph';
import type { OblastCode, ServiceCode } from '@stezhka/vocabulary';
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { CoverageQueries } from './query.coverage.js';

@ObjectType('CoverageCell', {
  description: 'One service in one oblast. Actors, services and places are counted.',
})
export class CoverageCellType {
  @Field(() => OblastCodeScalar)
  @Classified('PUBLIC')
  oblast!: OblastCode;

  @Field(() => ServiceCodeScalar)
  @Classified('PUBLIC')
  service!: ServiceCode;

  @Field(() => Int, {
    description:
      'Actors that are operational, at least in part, can reach the oblast and offer the service there.',
  })
  @Classified('PUBLIC')
  operational!: number;

  @Field(() => Int, {
    description: 'Of their services: those that have room, by what they said not too long ago.',
  })
  @Classified('PUBLIC')
  open!: number;

  @Field(() => Int, { description: 'Free places of those that are open, as far as they count places.' })
  @Classified('PUBLIC')
  places!: number;

  @Field(() => Int, {
    description: 'Of their services: those that never said how much room they have, or too long ago.',
  })
  @Classified('PUBLIC')
  stale!: number;

  @Field(() => Boolean, { description: 'Nobody is operational and open.' })
  @Classified('PUBLIC')
  gap!: boolean;
}

@ObjectType('Coverage', {
  description: 'Who covers what: every oblast with every service of the general map.',
})
export class CoverageType {
  @Field(() => DateTime, { description: 'By when it had happened or taken effect.' })
  @Classified('PUBLIC')
  asOf!: Date;

  @Field(() => DateTime, { description: 'By when it had been recorded.' })
  @Classified('PUBLIC')
  asKnownAt!: Date;

  @Field(() => [CoverageCellType])
  @Classified('PUBLIC')
  cells!: CoverageCellType[];
}

@Resolver()
export class CoverageResolver {
  constructor(private readonly queries: CoverageQueries) {}

  @Query(() => CoverageType, {
    description: 'Coverage and gaps now, or at a past hour; services of isolated pathways are on no map.',
  })
  @Classified('PUBLIC')
  async coverage(
    @Arg('asOf', () => DateTime, { nullable: true }) asOf: Date | null,
    @Arg('asKnownAt', () => DateTime, { nullable: true }) asKnownAt: Date | null,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<CoverageType> {
    const { cells, ...moments } = await this.queries.coverage(viewer, { asOf, asKnownAt }, now);
    return { ...moments, cells: [...cells] };
  }
}
