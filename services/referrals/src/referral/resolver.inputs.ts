/** What a client sends: every list bounded, every code from its list, nothing else taken. */
import {
  AgeBandScalar,
  CapacityScopeScalar,
  ChannelScalar,
  DataClassScalar,
  DateTime,
  DeclineReasonScalar,
  KeyedInput,
  ModalityScalar,
  OblastCodeScalar,
  OutcomeScalar,
  PathwayScalar,
  PersonLanguageScalar,
  ReferralStateScalar,
  ServiceCodeScalar,
  SexScalar,
  UrgencyScalar,
  WithdrawReasonScalar,
  WRITTEN_ID,
} from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { ArrayMaxSize, ArrayMinSize, IsIn, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** What every act of a user carries. */
@InputType()
abstract class ActInput extends KeyedInput {
  @Field(() => DateTime, { nullable: true, description: 'When it happened; now, if absent.' })
  occurredAt?: Date;

  @Field(() => ChannelScalar, { nullable: true, description: 'How it reached the record; `api`, if absent.' })
  channel?: v.Channel;
}

@InputType('DraftReferralInput')
export class DraftReferralInput extends ActInput {
  @Field(() => ID, { description: "A household of the viewer's own caseload." })
  householdId!: string;

  @Field(() => [ID], { description: 'Who of it is referred.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  memberIds!: string[];

  @Field(() => ServiceCodeScalar)
  service!: v.ServiceCode;

  @Field(() => OblastCodeScalar)
  oblast!: v.OblastCode;

  @Field(() => UrgencyScalar)
  urgency!: v.Urgency;

  @Field(() => PathwayScalar, { defaultValue: 'general' })
  pathway!: v.Pathway;

  @Field(() => ModalityScalar, { defaultValue: 'either' })
  modality!: v.Modality;

  @Field(() => [AgeBandScalar], { defaultValue: [] })
  @ArrayMaxSize(10)
  ageBands!: v.AgeBand[];

  @Field(() => [SexScalar], { defaultValue: [] })
  @ArrayMaxSize(5)
  sexes!: v.Sex[];

  @Field(() => PersonLanguageScalar, { nullable: true })
  language?: v.PersonLanguage;

  @Field(() => [ID], { defaultValue: [], description: 'Never to be offered to, and never told.' })
  @ArrayMaxSize(100)
  excludedActorIds!: string[];

  @Field(() => ID, { nullable: true, description: 'The referral that this one continues.' })
  @Matches(WRITTEN_ID)
  partOf?: string;
}

@InputType()
abstract class ReferralActInput extends ActInput {
  @Field(() => ID)
  referralId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The revision that the user saw: refused as STALE_REVISION if it has moved.',
  })
  @Matches(/^\d{1,18}$/)
  seenRevision?: string;
}

@InputType('SendReferralInput')
export class SendReferralInput extends ReferralActInput {
  @Field(() => ID, { description: 'The service of the actor that it is put to.' })
  serviceId!: string;

  @Field(() => [DataClassScalar], { description: 'What is shared with it.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  dataClasses!: v.DataClass[];

  @Field(() => [ID], { description: 'The sealed decision set that was written for this service.' })
  @ArrayMaxSize(30)
  @Matches(WRITTEN_ID, { each: true })
  decisionRecordIds!: string[];
}

@InputType('PrepareReferralInput')
export class PrepareReferralInput extends SendReferralInput {}

@InputType('CancelPreparationInput')
export class CancelPreparationInput extends ReferralActInput {}

/** For acknowledge, accept, start and confirm. */
@InputType('AnswerReferralInput')
export class AnswerReferralInput extends ReferralActInput {}

@InputType('DeclineReferralInput')
export class DeclineReferralInput extends ReferralActInput {
  @Field(() => DeclineReasonScalar)
  reason!: v.DeclineReason;

  @Field(() => CapacityScopeScalar, { nullable: true, description: 'Required with no_capacity.' })
  capacityScope?: v.CapacityScope;

  @Field(() => ID, {
    nullable: true,
    description: 'The sealed words of the reason, as sealReferralNote named them; required with other.',
  })
  @Matches(WRITTEN_ID)
  noteRecordId?: string;
}

@InputType('CompleteReferralInput')
export class CompleteReferralInput extends ReferralActInput {
  @Field(() => OutcomeScalar)
  outcome!: v.Outcome;
}

@InputType('WithdrawReferralInput')
export class WithdrawReferralInput extends ReferralActInput {
  @Field(() => WithdrawReasonScalar)
  reason!: v.WithdrawReason;
}

@InputType('ReferralFilterInput')
export class ReferralFilterInput {
  @Field(() => [ReferralStateScalar], { nullable: true })
  @ArrayMaxSize(20)
  states?: v.ReferralState[];

  @Field(() => UrgencyScalar, { nullable: true })
  urgency?: v.Urgency;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those whose acknowledgement or decision is overdue.',
  })
  overdue?: boolean;
}

@InputType('PageInput')
export class PageInput {
  @Field(() => Int, { defaultValue: 50, description: 'How many: 1 to 100.' })
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => ID, { nullable: true, description: 'Id of the last referral of the page before.' })
  after?: string;
}

@InputType('NeedInput', { description: 'What is asked for, to find out who could give it.' })
export class NeedInput {
  @Field(() => ServiceCodeScalar)
  service!: v.ServiceCode;

  @Field(() => OblastCodeScalar)
  oblast!: v.OblastCode;

  @Field(() => PathwayScalar, { defaultValue: 'general' })
  pathway!: v.Pathway;

  @Field(() => ModalityScalar, { defaultValue: 'either' })
  @IsIn(['in_person', 'remote', 'either'])
  modality!: v.Modality;

  @Field(() => [AgeBandScalar], { defaultValue: [] })
  @ArrayMaxSize(10)
  ageBands!: v.AgeBand[];

  @Field(() => [SexScalar], { defaultValue: [] })
  @ArrayMaxSize(5)
  sexes!: v.Sex[];

  @Field(() => PersonLanguageScalar, { nullable: true })
  language?: v.PersonLanguage;

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(100)
  excludedActorIds!: string[];
}
