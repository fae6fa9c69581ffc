/** How codes for authorities are given, taken back, looked at and asked with over the graph. */
import { Classified, Receipt, type RequestContext, toReceipt } from '@stezhka/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ReferralType } from '../referral/resolver.types.js';
import type { AuthorityCommands } from './handle.js';
import type { AuthorityQueries } from './query.codes.js';
import {
  AskReferralStatusInput,
  GiveAuthorityCodeInput,
  RevokeAuthorityCodeInput,
} from './resolver.inputs.js';
import {
  AskReferralStatusResult,
  AuthorityCodeType,
  GiveAuthorityCodeResult,
  toAuthorityCode,
} from './resolver.types.js';

@Resolver(() => ReferralType)
export class AuthorityResolver {
  constructor(
    private readonly commands: AuthorityCommands,
    private readonly queries: AuthorityQueries,
  ) {}

  @FieldResolver(() => [AuthorityCodeType], {
    description: 'By which authorities may ask how it stands, oldest first; for the sender alone.',
  })
  @Classified('OWN')
  async authorityCodes(
    @Root() { id }: ReferralType,
    @Ctx() { viewer }: RequestContext,
  ): Promise<AuthorityCodeType[]> {
    return (await this.queries.codes(viewer, id)).map(toAuthorityCode);
  }

  @Mutation(() => GiveAuthorityCodeResult, {
    description:
      'At the person’s wish: a code with which one authority may ask how this referral stands, for some days.',
  })
  @Classified('OWN')
  async giveAuthorityCode(
    @Arg('input', () => GiveAuthorityCodeInput) input: GiveAuthorityCodeInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<GiveAuthorityCodeResult> {
    const { key, referralId, authorityActorId, channel } = input;
    const command = { type: 'GiveAuthorityCode', referralId, authorityActorId } as const;
    const given = await this.commands.give(viewer, { ...command, channel: channel ?? 'api' }, { key, now });
    return { receipt: toReceipt(given), code: given.code, expiresAt: given.expiresAt };
  }

  @Mutation(() => Receipt, { description: 'From now on the code tells nothing.' })
  @Classified('OWN')
  async revokeAuthorityCode(
    @Arg('input', () => RevokeAuthorityCodeInput) { key, codeId, channel }: RevokeAuthorityCodeInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    return toReceipt(await this.commands.revoke(viewer, codeId, channel ?? 'api', { key, now }));
  }

  @Mutation(() => AskReferralStatusResult, {
    description:
      'How does the referral stand that the person gave a code of? A mutation, because it is recorded before it is answered. A status gates no help.',
  })
  @Classified('AUTHORITY')
  async askReferralStatus(
    @Arg('input', () => AskReferralStatusInput) { key, code }: AskReferralStatusInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<AskReferralStatusResult> {
    const { answer: status, month, ...receipt } = await this.commands.ask(viewer, code, { key, now });
    const written = month && `${month.year}-${String(month.month).padStart(2, '0')}`;
    return { receipt: toReceipt(receipt), status, month: written ?? null };
  }
}

@Resolver(() => AuthorityCodeType)
export class AuthorityCodeHints {
  constructor(private readonly queries: AuthorityQueries) {}

  @FieldResolver(() => Boolean, { description: 'She could take it back now.' })
  @Classified('OWN')
  viewerCanRevoke(@Root() { row }: AuthorityCodeType, @Ctx() { viewer }: RequestContext): boolean {
    return this.queries.canRevoke(viewer, row);
  }
}
