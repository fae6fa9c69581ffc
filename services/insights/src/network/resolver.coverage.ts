/** How what is covered is asked for over the graph. */
import {
  Classified,
  DateTime,
  OblastCodeScalar,
  type RequestContext,
  ServiceCodeScalar,
} from '@stezhka/subgraph';
import type { OblastCode, ServiceCode } from '@stezhka/vocabulary';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { NumbersOf } from '../referral/month.js';
import type { Coverage, CoverageQueries } from './query.coverage.js';

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

  /** What was told of the people for whom services were asked, by place. */
  numbersAt!: NumbersAt;
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

  month!: Coverage['month'];
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
    const { cells, ...coverage } = await this.queries.coverage(viewer, { asOf, asKnownAt }, now);
    const numbersAt = numbersByPlace(coverage.month);
    return {
      ...coverage,
      cells: cells.map((cell) => Object.assign(cell, { numbersAt })),
    };
  }
}

const ofTheMonth = 'By the month in `referralsOf`. Null: hidden, or not for the viewer.';

@Resolver(() => CoverageCellType)
export class CoverageCellResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: `Referrals, by people, that had not ended. ${ofTheMonth}`,
  })
  @Classified('COORDINATION')
  async openReferrals(@Root() cell: CoverageCellType): Promise<number | null> {
    return (await cell.numbersAt()).get(placeOf(cell))?.open ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: `Of these: not answered in any way. ${ofTheMonth}`,
  })
  @Classified('COORDINATION')
  async unansweredReferrals(@Root() cell: CoverageCellType): Promise<number | null> {
    return (await cell.numbersAt()).get(placeOf(cell))?.unanswered ?? null;
  }
}

@Resolver(() => CoverageType)
export class CoverageReferralsResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The month whose referrals are counted beside it, such as `2026-03`: people are counted once, by the month.',
  })
  @Classified('COORDINATION')
  async referralsOf(@Root() { month }: CoverageType): Promise<string | null> {
    return (await month())?.month ?? null;
  }
}

type Place = Pick<NumbersOf, 'oblast' | 'service'>;
const placeOf = ({ oblast, service }: Place) => `${oblast} ${service}`;

type NumbersAt = () => Promise<ReadonlyMap<string, NumbersOf>>;

/** Sorted once, when the first is asked for. */
function numbersByPlace(month: Coverage['month']): NumbersAt {
  let sorted: Promise<ReadonlyMap<string, NumbersOf>> | undefined;
  const sort = async () => new Map((await month())?.cells.map((cell) => [placeOf(cell), cell]));
  return () => {
    sorted ??= sort();
    return sorted;
  };
}
