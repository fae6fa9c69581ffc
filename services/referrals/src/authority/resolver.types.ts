/** Codes for authorities as they are spoken of over the graph: to the sender which there are, to an official four words. */
import { AuthorityStatusScalar, Classified, DateTime, Receipt } from '@stezhka/subgraph';
import type { AuthorityStatus } from '@stezhka/vocabulary';
import { Field, ID, ObjectType } from 'type-graphql';
import { ActorReference } from '../referral/resolver.types.js';
import type { CodeWithAskings } from './query.codes.js';

@ObjectType('AuthorityAsking', { description: 'Once that an authority asked and was told something.' })
export class AuthorityAskingType {
  @Field(() => DateTime)
  @Classified('OWN')
  askedAt!: Date;

  @Field(() => AuthorityStatusScalar, { description: 'What it was told.' })
  @Classified('OWN')
  answer!: AuthorityStatus;
}

@ObjectType('AuthorityCode', { description: 'That one authority may ask how a referral stands.' })
export class AuthorityCodeType {
  /** The row that this was made from, for the fields that ask further. */
  row!: CodeWithAskings;

  @Field(() => ID, { description: 'What it is called; never the code.' })
  @Classified('OWN')
  id!: string;

  @Field(() => ActorReference, { description: 'Who may ask with it.' })
  @Classified('OWN')
  authority!: ActorReference;

  @Field(() => DateTime)
  @Classified('OWN')
  givenAt!: Date;

  @Field(() => DateTime, { description: 'From when it tells nothing any more.' })
  @Classified('OWN')
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back.' })
  @Classified('OWN')
  revokedAt!: Date | null;

  @Field(() => [AuthorityAskingType], { description: 'Oldest first.' })
  @Classified('OWN')
  askings!: AuthorityAskingType[];
}

@ObjectType('GiveAuthorityCodeResult')
export class GiveAuthorityCodeResult {
  @Field(() => Receipt)
  @Classified('OWN')
  receipt!: Receipt;

  @Field(() => String, {
    description: 'To be read to the person or written down; kept nowhere, and shown again only to a retry.',
  })
  @Classified('OWN')
  code!: string;

  @Field(() => DateTime, { description: 'From when it tells nothing any more.' })
  @Classified('OWN')
  expiresAt!: Date;
}

@ObjectType('AskReferralStatusResult')
export class AskReferralStatusResult {
  @Field(() => Receipt, { description: 'That it was asked, which is recorded whatever the answer.' })
  @Classified('AUTHORITY')
  receipt!: Receipt;

  @Field(() => AuthorityStatusScalar, {
    description:
      'not_available for a code that is wrong, expired, taken back or another’s: the difference is not told.',
  })
  @Classified('AUTHORITY')
  status!: AuthorityStatus;

  @Field(() => String, { nullable: true, description: 'Since which month it stands so, in UTC: 2026-03.' })
  @Classified('AUTHORITY')
  month!: string | null;
}

export function toAuthorityCode(row: CodeWithAskings): AuthorityCodeType {
  return Object.assign(new AuthorityCodeType(), {
    row,
    id: row.code_id,
    authority: { id: row.authority_actor_id },
    givenAt: row.given_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    askings: row.askings.map(({ asked_at: askedAt, answer }) => ({ askedAt, answer })),
  });
}
