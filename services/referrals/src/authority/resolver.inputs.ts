/** What a client sends about codes for authorities. */
import { ChannelScalar } from '@stezhka/subgraph';
import type { Channel } from '@stezhka/vocabulary';
import { Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

const KEY = /^[A-Za-z0-9_-]{8,64}$/;

@InputType()
abstract class KeyedInput {
  @Field(() => ID, {
    description:
      'Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _.',
  })
  @Matches(KEY)
  key!: string;
}

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
