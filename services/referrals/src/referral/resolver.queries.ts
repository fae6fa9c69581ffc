/** How referrals are asked for over the graph. */
import { Classified, type RequestContext } from '@stezhka/subgraph';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Side } from './events.js';
import type { ReferralQueries } from './query.js';
import { PageInput, ReferralFilterInput } from './resolver.inputs.js';
import { ReferralActType, toAct } from './resolver.timeline.js';
import { ReferralPage, ReferralType, toReferral } from './resolver.types.js';

@Resolver(() => ReferralType)
export class ReferralResolver {
  constructor(private readonly queries: ReferralQueries) {}

  @Query(() => ReferralType, { nullable: true, description: 'One referral, if the viewer is a party to it.' })
  @Classified('PARTIES')
  async referral(
    @Arg('id', () => ID) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<ReferralType | null> {
    const row = await this.queries.referral(viewer, id);
    return row ? toReferral(row) : null;
  }

  @Query(() => ReferralPage, { description: "What was sent to the viewer's actor." })
  @Classified('PARTIES')
  inbox(
    @Arg('filter', () => ReferralFilterInput, { defaultValue: {} }) filter: ReferralFilterInput,
    @Arg('page', () => PageInput, { defaultValue: {} }) page: PageInput,
    @Ctx() context: RequestContext,
  ): Promise<ReferralPage> {
    return this.list('recipient', filter, page, context);
  }

  @Query(() => ReferralPage, { description: "What the viewer's actor drafted and sent." })
  @Classified('PARTIES')
  sentBox(
    @Arg('filter', () => ReferralFilterInput, { defaultValue: {} }) filter: ReferralFilterInput,
    @Arg('page', () => PageInput, { defaultValue: {} }) page: PageInput,
    @Ctx() context: RequestContext,
  ): Promise<ReferralPage> {
    return this.list('sender', filter, page, context);
  }

  @FieldResolver(() => [ReferralActType], { description: 'What happened, oldest first.' })
  @Classified('PARTIES')
  async timeline(
    @Root() { id }: ReferralType,
    @Ctx() { viewer }: RequestContext,
  ): Promise<ReferralActType[]> {
    return (await this.queries.timeline(viewer, id)).map(toAct);
  }

  @FieldResolver(() => [String], { description: 'Mutations that the viewer could use on it now.' })
  @Classified('PARTIES')
  viewerCan(@Root() { row }: ReferralType, @Ctx() { viewer }: RequestContext): readonly string[] {
    return this.queries.possible(viewer, row);
  }

  private async list(
    side: Side,
    { states, urgency, overdue }: ReferralFilterInput,
    { first = 50, after }: PageInput,
    { viewer, now }: RequestContext,
  ): Promise<ReferralPage> {
    const filter = {
      side,
      ...(states?.length ? { states } : {}),
      ...(urgency ? { urgency } : {}),
      ...(overdue ? { overdueAt: now } : {}),
    };
    const { items, hasMore } = await this.queries.list(viewer, filter, {
      first,
      ...(after ? { after } : {}),
    });
    return { items: items.map(toReferral), hasMore };
  }
}
