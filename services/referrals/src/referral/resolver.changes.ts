/** How a viewer is told, while she listens, that something of hers is not what it was. */
import { Classified, type RequestContext, toldInStream } from '@stezhka/subgraph';
import { Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { Heard } from './listen.js';

@ObjectType('ReferralChange', {
  description: 'That a referral is not what it was; what it is now is asked for.',
})
export class ReferralChangeType {
  @Field(() => ID, {
    nullable: true,
    description: 'Which one. Null: look at everything again, as at the beginning of every stream.',
  })
  @Classified('PARTIES')
  id!: string | null;

  @Field(() => Boolean, {
    description: 'It was told of in this stream and can be seen by the viewer no more.',
  })
  @Classified('PARTIES')
  gone!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Sent along as the header `x-stezhka-after`, it makes the next query wait until it is seen.',
  })
  @Classified('PARTIES')
  after!: string | null;
}

@Resolver()
export class ReferralChanges {
  @Subscription(() => ReferralChangeType, {
    subscribe: toldInStream,
    description:
      "What changes of the referrals of the viewer's actor, for as long as her token is good: ids alone, each checked anew.",
  })
  @Classified('PARTIES')
  referralChanges(
    @Root() { id, gone, changed }: Heard,
    @Ctx() { tokens }: RequestContext,
  ): ReferralChangeType {
    const after = changed === undefined ? null : tokens.seal(changed);
    return Object.assign(new ReferralChangeType(), { id, gone, after });
  }
}
