/** How what waits unanswered is asked for over the graph. */
import { Classified, codeScalar, DateTime, type RequestContext } from '@stezhka/subgraph';
import {
  type ServiceGroup,
  type SilenceClock,
  type SilenceRung,
  serviceGroups,
  silenceClocks,
  silenceRungs,
} from '@stezhka/vocabulary';
import { Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { SilenceQueries } from './query.silence.js';

const ServiceGroupScalar = codeScalar(
  'ServiceGroup',
  serviceGroups,
  'A family of services: the part of its code before the dot.',
);
const ClockScalar = codeScalar('ReferralClock', silenceClocks, 'Which time runs: to acknowledge, to decide.');
const RungScalar = codeScalar('SilenceRung', silenceRungs, 'Whom silence was told to.');

@ObjectType('Actor')
@Directive('@key(fields: "id", resolvable: false)')
export class ActorReference {
  @Field(() => ID)
  @Classified('PUBLIC')
  id!: string;
}

@ObjectType('SilentReferral', {
  description:
    'A referral of the general pathway that waits beyond its time, or was brought to the coordinator’s notice.',
})
export class SilentReferralType {
  @Field(() => String, { description: 'What people read to each other on the phone.' })
  @Classified('COORDINATION')
  reference!: string;

  @Field(() => ActorReference, { description: 'Who has to answer.' })
  @Classified('COORDINATION')
  receiver!: ActorReference;

  @Field(() => ServiceGroupScalar)
  @Classified('COORDINATION')
  serviceGroup!: ServiceGroup;

  @Field(() => ClockScalar)
  @Classified('COORDINATION')
  clock!: SilenceClock;

  @Field(() => DateTime, { description: 'When it ran out, or will.' })
  @Classified('COORDINATION')
  due!: Date;

  @Field(() => Int, { description: 'Whole hours since; none while it is still to come.' })
  @Classified('COORDINATION')
  hoursBeyond!: number;

  @Field(() => RungScalar, {
    nullable: true,
    description: 'How far up the ladder it was told, of the clocks that still run. Null: to nobody.',
  })
  @Classified('COORDINATION')
  rung?: SilenceRung | null;
}

@ObjectType('SilentReferrals')
export class SilentReferralsType {
  @Field(() => DateTime, { description: 'By when it had happened: now.' })
  @Classified('COORDINATION')
  asOf!: Date;

  @Field(() => DateTime, { description: 'By when it had been recorded: now.' })
  @Classified('COORDINATION')
  asKnownAt!: Date;

  @Field(() => [SilentReferralType], { description: 'The longest silence first; at most 500.' })
  @Classified('COORDINATION')
  items!: SilentReferralType[];
}

@Resolver()
export class SilenceResolver {
  constructor(private readonly queries: SilenceQueries) {}

  @Query(() => SilentReferralsType, { description: 'What waits unanswered, now.' })
  @Classified('COORDINATION')
  async silentReferrals(@Ctx() { viewer, now }: RequestContext): Promise<SilentReferralsType> {
    const { items, ...silence } = await this.queries.silence(viewer, now);
    return {
      ...silence,
      items: items.map(({ receiverActorId, rung = null, ...item }) => ({
        ...{ ...item, rung },
        receiver: { id: receiverActorId },
      })),
    };
  }
}
