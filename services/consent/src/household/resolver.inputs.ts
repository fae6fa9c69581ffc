/** What a client sends to keep a household's file: every list bounded, every code from its list, nothing else taken. */
import {
  AgreementFormScalar,
  ChannelScalar,
  DataClassScalar,
  DateTime,
  KeyedInput,
  LanguageScalar,
  LawfulBasisScalar,
  PathwayScalar,
  PurposeScalar,
  StorageKindScalar,
  WRITTEN_ID,
} from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type SealedClass, sealedClasses } from './commands.js';

const MOST = 20;

/** What every act of a user carries. */
@InputType()
export abstract class ActInput extends KeyedInput {
  @Field(() => DateTime, { nullable: true, description: 'When it happened; now, if absent.' })
  occurredAt?: Date;

  @Field(() => ChannelScalar, { nullable: true, description: 'How it reached the record; `api`, if absent.' })
  channel?: v.Channel;
}

@InputType('OpenHouseholdInput')
export class OpenHouseholdInput extends ActInput {
  @Field(() => PathwayScalar, { defaultValue: 'general' })
  pathway!: v.Pathway;

  @Field(() => Int, { defaultValue: 1, description: 'How many people belong to it: 1 to 20.' })
  @Min(1)
  @Max(MOST)
  memberCount!: number;
}

@InputType('AddMemberInput')
export class AddMemberInput extends ActInput {
  @Field(() => ID)
  householdId!: string;
}

@InputType('RecordAgreementInput', {
  description: 'With whom, what for, what and until when: the terms of ISO/IEC TS 27560:2023.',
})
export class RecordAgreementInput extends ActInput {
  @Field(() => ID)
  householdId!: string;

  @Field(() => [ID], { description: 'Members who agreed.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  principalIds!: string[];

  @Field(() => [ID], { description: 'Actors, in the order agreed.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @Matches(WRITTEN_ID, { each: true })
  recipientIds!: string[];

  @Field(() => [PurposeScalar])
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  purposes!: v.Purpose[];

  @Field(() => [DataClassScalar])
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  dataClasses!: v.DataClass[];

  @Field(() => DateTime)
  validFrom!: Date;

  @Field(() => DateTime)
  validUntil!: Date;

  @Field(() => AgreementFormScalar, { description: 'How it was given.' })
  form!: v.AgreementForm;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether a witness heard it; required for an oral agreement.',
  })
  witnessed!: boolean;

  @Field(() => LawfulBasisScalar, { description: 'On what ground the data are processed.' })
  lawfulBasis!: v.LawfulBasis;

  @Field(() => Int, { description: 'Version of the notice that was read or given.' })
  @Min(0)
  @Max(10_000)
  noticeVersion!: number;

  @Field(() => LanguageScalar, { description: 'In which language.' })
  noticeLanguage!: v.Language;

  @Field(() => String, { description: 'Under which data protection law: UA or EU.' })
  @IsIn(['UA', 'EU'])
  jurisdiction!: 'UA' | 'EU';

  @Field(() => StorageKindScalar, { description: 'Where recipients keep it.' })
  storage!: v.StorageKind;

  @Field(() => Int, { description: 'How long after the end of the service, in days.' })
  @Min(0)
  @Max(36_500)
  retentionDays!: number;
}

@InputType('WithdrawAgreementInput')
export class WithdrawAgreementInput extends ActInput {
  @Field(() => ID)
  householdId!: string;

  @Field(() => [ID], { nullable: true, description: 'Every agreement of these members, if absent.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  agreementIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'Every member, if absent.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  memberIds?: string[];
}

@InputType()
abstract class OpeningInput extends KeyedInput {
  @Field(() => [DataClassScalar], { description: 'What is to be opened: C1 to C4.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(sealedClasses.length)
  @IsIn(sealedClasses, { each: true })
  classes!: SealedClass[];

  @Field(() => PurposeScalar, { description: 'What for. It is recorded.' })
  purpose!: v.Purpose;
}

@InputType('DiscloseReferralInput')
export class DiscloseReferralInput extends OpeningInput {
  @Field(() => ID)
  referralId!: string;
}

@InputType('ReadHouseholdInput')
export class ReadHouseholdInput extends OpeningInput {
  @Field(() => ID)
  householdId!: string;
}

@InputType('HouseholdPageInput')
export class HouseholdPageInput {
  @Field(() => Int, { defaultValue: 50, description: 'How many: 1 to 100.' })
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => ID, { nullable: true, description: 'Id of the last household of the page before.' })
  after?: string;
}
