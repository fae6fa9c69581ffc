/** How a month in numbers is asked for over the graph. */
import {
  Classified,
  DateTime,
  OblastCodeScalar,
  type RequestContext,
  ServiceCodeScalar,
} from '@stezhka/subgraph';
import type { OblastCode, ServiceCode } from '@stezhka/vocabulary';
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { tellsOfSomebody } from './month.js';
import type { MonthQueries } from './query.month.js';

const hideable = (description: string) => ({ nullable: true, description: `${description} Null: hidden.` });

@ObjectType('ReferralNumbers', { description: 'Numbers of people, of which the small ones are hidden.' })
export class ReferralNumbersType {
  @Field(() => Int, hideable('All that were sent.'))
  @Classified('COORDINATION')
  sent!: number | null;

  @Field(() => Int, hideable('Not answered in any way, and not taken back.'))
  @Classified('COORDINATION')
  unanswered!: number | null;

  @Field(() => Int, hideable('Not ended: unanswered, acknowledged or accepted.'))
  @Classified('COORDINATION')
  open!: number | null;

  @Field(() => Int, hideable('Not decided in time: silence, and no refusal.'))
  @Classified('COORDINATION')
  noResponse!: number | null;

  @Field(() => Int, hideable('Acknowledged or decided, and not taken back.'))
  @Classified('COORDINATION')
  acknowledged!: number | null;

  @Field(() => Int, hideable('Accepted or declined, and not taken back.'))
  @Classified('COORDINATION')
  decided!: number | null;

  @Field(() => Int, hideable('Given the service, in full or in part.'))
  @Classified('COORDINATION')
  served!: number | null;

  @Field(() => Int, hideable('Taken back by the sender or the person before they ended.'))
  @Classified('COORDINATION')
  takenBack!: number | null;
}

@ObjectType('ReferralNumbersCell', { description: 'Of one oblast, or of all; for one service, or for all.' })
export class ReferralNumbersCellType {
  @Field(() => OblastCodeScalar, { nullable: true, description: 'Null: all of them.' })
  @Classified('COORDINATION')
  oblast!: OblastCode | null;

  @Field(() => ServiceCodeScalar, { nullable: true, description: 'Null: all of them.' })
  @Classified('COORDINATION')
  service!: ServiceCode | null;

  @Field(() => Int, hideable('Not answered in any way, and not taken back.'))
  @Classified('COORDINATION')
  unanswered!: number | null;

  @Field(() => Int, hideable('Not ended: unanswered, acknowledged or accepted.'))
  @Classified('COORDINATION')
  open!: number | null;

  @Field(() => Int, hideable('Not decided in time: silence, and no refusal.'))
  @Classified('COORDINATION')
  noResponse!: number | null;

  @Field(() => Int, hideable('Served, declined or taken back.'))
  @Classified('COORDINATION')
  ended!: number | null;
}

@ObjectType('AnswerTimes', {
  description: 'In percent of the time that there was, in steps of five; 100: just in time.',
})
export class AnswerTimesType {
  @Field(() => Int, { description: 'Half of them took no longer.' })
  @Classified('COORDINATION')
  median!: number;

  @Field(() => Int, { description: 'Nine in ten took no longer.' })
  @Classified('COORDINATION')
  p90!: number;
}

@ObjectType('ReferralMonth', {
  description: 'Referrals of the general pathway that were sent in a month, counted once and never again.',
})
export class ReferralMonthType {
  @Field(() => String, { description: 'Which month, such as `2026-03`.' })
  @Classified('COORDINATION')
  month!: string;

  @Field(() => DateTime, { description: 'By when it had happened.' })
  @Classified('COORDINATION')
  asOf!: Date;

  @Field(() => DateTime, { description: 'By when it had been recorded.' })
  @Classified('COORDINATION')
  asKnownAt!: Date;

  @Field(() => Int, { description: 'The smallest number of people that is shown.' })
  @Classified('COORDINATION')
  threshold!: number;

  @Field(() => ReferralNumbersType, { description: 'Everywhere, for everything.' })
  @Classified('COORDINATION')
  all!: ReferralNumbersType;

  @Field(() => [ReferralNumbersCellType], {
    description: 'By oblast and service, by oblast, and by service, where a number is shown at all.',
  })
  @Classified('COORDINATION')
  cells!: ReferralNumbersCellType[];

  @Field(() => AnswerTimesType, { nullable: true, description: 'Null: of too few to be told.' })
  @Classified('COORDINATION')
  untilAcknowledged!: AnswerTimesType | null;

  @Field(() => AnswerTimesType, { nullable: true, description: 'Null: of too few to be told.' })
  @Classified('COORDINATION')
  untilDecided!: AnswerTimesType | null;
}

@Resolver()
export class MonthResolver {
  constructor(private readonly queries: MonthQueries) {}

  @Query(() => ReferralMonthType, {
    nullable: true,
    description:
      'The newest month that was complete at these moments, now if absent. Null before the first month.',
  })
  @Classified('COORDINATION')
  async referralMonth(
    @Arg('asOf', () => DateTime, { nullable: true }) asOf: Date | null,
    @Arg('asKnownAt', () => DateTime, { nullable: true }) asKnownAt: Date | null,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<ReferralMonthType | null> {
    const told = await this.queries.month(viewer, { asOf, asKnownAt }, now);
    return told ? { ...told, cells: told.cells.filter(tellsOfSomebody) } : null;
  }
}
