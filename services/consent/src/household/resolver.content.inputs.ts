/** What is written down about a member or a household, to be sealed. Every field may be left out: it is unknown. */
import {
  AgeBandScalar,
  IntakeAnswerScalar,
  IntakeQuestionScalar,
  KeyedInput,
  PersonLanguageScalar,
  SexScalar,
} from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { longest } from '../vault/content.js';

const text = (description: string) => ({ nullable: true, description });

@InputType('ContactInput', { description: 'C1: how to reach her without harm.' })
export class ContactInput {
  @Field(() => String, text('Her name, if it is to be written.'))
  @IsOptional()
  @MaxLength(longest.name)
  name?: string;

  @Field(() => String, text('What the caseworker calls her instead.'))
  @IsOptional()
  @MaxLength(longest.workingLabel)
  workingLabel?: string;

  @Field(() => String, text('A phone that is safe to call.'))
  @IsOptional()
  @MaxLength(longest.phone)
  phone?: string;

  @Field(() => String, text('When it is safe to call.'))
  @IsOptional()
  @MaxLength(longest.safeTime)
  safeTime?: string;

  @Field(() => String, text('By which way it is safe to reach her.'))
  @IsOptional()
  @MaxLength(longest.safeChannel)
  safeChannel?: string;

  @Field(() => Boolean, text('Never leave a message.'))
  neverLeaveMessage?: boolean;

  @Field(() => PersonLanguageScalar, text('The language to speak with her.'))
  language?: v.PersonLanguage;
}

@InputType('IntakeAnswerInput')
export class IntakeAnswerInput {
  @Field(() => IntakeQuestionScalar)
  question!: v.IntakeQuestion;

  @Field(() => IntakeAnswerScalar)
  answer!: v.IntakeAnswer;
}

@InputType('HouseholdMemberShapeInput', { description: 'Age and sex of one member, no more.' })
export class HouseholdMemberShapeInput {
  @Field(() => AgeBandScalar, { nullable: true })
  ageBand?: v.AgeBand;

  @Field(() => SexScalar, { nullable: true })
  sex?: v.Sex;
}

@InputType('DecisionSetInput', {
  description: 'C2: what a service must know to decide; no story, name or phone.',
})
export class DecisionSetInput {
  @Field(() => String, text('What is asked, in a few sentences.'))
  @IsOptional()
  @MaxLength(longest.need)
  need?: string;

  @Field(() => [IntakeAnswerInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(40)
  @ValidateNested()
  answers?: IntakeAnswerInput[];

  @Field(() => [HouseholdMemberShapeInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested()
  householdComposition?: HouseholdMemberShapeInput[];
}

@InputType('ProtectionDetailInput', { description: 'C3: what happened to her.' })
export class ProtectionDetailInput {
  @Field(() => String, text('What kind of incident.'))
  @IsOptional()
  @MaxLength(longest.incidentType)
  incidentType?: string;

  @Field(() => String, text('What she must be protected from.'))
  @IsOptional()
  @MaxLength(longest.risks)
  risks?: string;

  @Field(() => String, text('What happened, as far as needed.'))
  @IsOptional()
  @MaxLength(longest.history)
  history?: string;
}

@InputType('SpecialDetailInput', { description: 'C4: documents, health, the perpetrator.' })
export class SpecialDetailInput {
  @Field(() => String, text('Which papers she has.'))
  @IsOptional()
  @MaxLength(longest.documents)
  documents?: string;

  @Field(() => String, text('Her health, as far as needed.'))
  @IsOptional()
  @MaxLength(longest.health)
  health?: string;

  @Field(() => String, text('The least about a third person.'))
  @IsOptional()
  @MaxLength(longest.perpetrator)
  perpetrator?: string;
}

@InputType('SealRecordInput', { description: 'Exactly one of the four contents.' })
export class SealRecordInput extends KeyedInput {
  @Field(() => ID)
  householdId!: string;

  @Field(() => ID, { description: 'A member, or the household itself for what concerns all of it.' })
  subjectId!: string;

  @Field(() => ContactInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  contact?: ContactInput;

  @Field(() => DecisionSetInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  decisionSet?: DecisionSetInput;

  @Field(() => ProtectionDetailInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  protection?: ProtectionDetailInput;

  @Field(() => SpecialDetailInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  special?: SpecialDetailInput;
}
