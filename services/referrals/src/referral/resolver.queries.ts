/** How referrals are asked for over the graph. */
import { askedFields, Classified, type RequestContext } from '@stezhka/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Side } from './events.js';
import type { ReferralQueries } from './query.js';
import { PageInput, ReferralFilterInput } from './resolver.inputs.js';
import { ReferralActType, toAct } from './resolver.timeline.js';
import { isListed, ReferralPage, ReferralType, toListed, toReferral } from './resolver.types.js';

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
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReferralPage> {
    return this.list('recipient', filter, page, context, askedFields(info, ['items']));
  }

  @Query(() => ReferralPage, { description: "What the viewer's actor drafted and sent." })
  @Classified('PARTIES')
  sentBox(
    @Arg('filter', () => ReferralFilterInput, { defaultValue: {} }) filter: ReferralFilterInput,
    @Arg('page', () => PageInput, { defaultValue: {} }) page: PageInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReferralPage> {
    return this.list('sender', filter, page, context, askedFields(info, ['items']));
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
    if (!row) throw new Error('a referral of which too little was read');
    return this.queries.possible(viewer, row);
  }

  private async list(
    side: Side,
    { states, urgency, overdue }: ReferralFilterInput,
    { first = 50, after }: PageInput,
    { viewer, now }: RequestContext,
    asked: ReadonlySet<string>,
  ): Promise<ReferralPage> {
    const filter = {
      side,
      ...(states?.length ? { states } : {}),
      ...(urgency ? { urgency } : {}),
      ...(overdue ? { overdueAt: now } : {}),
    };
    const which = { first, ...(after ? { after } : {}) };
    if (isListed(asked)) {
      const { items, hasMore } = await this.queries.listed(viewer, filter, which);
      return { items: items.map(toListed), hasMore };
    }
    const { items, hasMore } = await this.queries.list(viewer, filter, which);
    return { items: items.map(toReferral), hasMore };
  }
}
