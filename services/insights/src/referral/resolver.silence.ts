/** How what waits unanswered is asked for over the graph. */
import { Classified, codeScalar, DateTime, type RequestContext } from '@stezhka/subgraph';
import { codeList, type ServiceGroup, serviceGroups } from '@stezhka/vocabulary';
import { Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Clock, SilenceQueries } from './query.silence.js';

const ServiceGroupScalar = codeScalar(
  'ServiceGroup',
  serviceGroups,
  'A family of services: the part of its code before the dot.',
);
const clocks = codeList({
  acknowledge: { uk: 'Підтвердити отримання', en: 'To acknowledge', ro: 'De confirmat primirea' },
  decide: { uk: 'Ухвалити рішення', en: 'To decide', ro: 'De decis' },
});
const ClockScalar = codeScalar('ReferralClock', clocks, 'Which time has run out: to acknowledge, to decide.');

@ObjectType('Actor')
@Directive('@key(fields: "id", resolvable: false)')
export class ActorReference {
  @Field(() => ID)
  @Classified('PUBLIC')
  id!: string;
}

@ObjectType('SilentReferral', {
  description: 'A referral of the general pathway that waits beyond its time.',
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
  clock!: Clock;

  @Field(() => DateTime, { description: 'When it ran out.' })
  @Classified('COORDINATION')
  due!: Date;

  @Field(() => Int, { description: 'Whole hours since.' })
  @Classified('COORDINATION')
  hoursBeyond!: number;
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

  @Query(() => SilentReferralsType, { description: 'What waits unanswered beyond its time, now.' })
  @Classified('COORDINATION')
  async silentReferrals(@Ctx() { viewer, now }: RequestContext): Promise<SilentReferralsType> {
    const { items, ...silence } = await this.queries.silence(viewer, now);
    return {
      ...silence,
      items: items.map(({ receiverActorId, ...item }) => ({ ...item, receiver: { id: receiverActorId } })),
    };
  }
}
