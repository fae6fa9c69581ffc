/** What a client sends about codes for authorities. */
import { ChannelScalar, KeyedInput } from '@stezhka/subgraph';
import type { Channel } from '@stezhka/vocabulary';
import { Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType()
abstract class SaidInput extends KeyedInput {
  @Field(() => ChannelScalar, { nullable: true, description: 'How the person said so; `api`, if absent.' })
  channel?: Channel;
}

@InputType('GiveAuthorityCodeInput')
export class GiveAuthorityCodeInput extends SaidInput {
  @Field(() => ID, { description: 'A referral that the viewer’s actor sent and that is under way.' })
  referralId!: string;

  @Field(() => ID, { description: 'The one authority that may ask with it.' })
  authorityActorId!: string;
}

@InputType('RevokeAuthorityCodeInput')
export class RevokeAuthorityCodeInput extends SaidInput {
  @Field(() => ID, { description: 'As `authorityCodes` names it; not the code.' })
  codeId!: string;
}

@InputType('AskReferralStatusInput')
export class AskReferralStatusInput extends KeyedInput {
  @Field(() => String, { description: 'In any case, with or without dashes.' })
  @MaxLength(60)
  @Matches(/^[\p{L}\p{N}\p{Pd}\s]+$/u)
  code!: string;
}
