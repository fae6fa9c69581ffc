/** What a client says of an actor: every text and list bounded, every code from its list, nothing else taken. */
import * as s from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { ArrayMaxSize, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, IfGiven } from '../input.js';
import type { ActorKind } from './events.js';
import { ActorKindScalar } from './resolver.types.js';

const EFFECTIVE_AT = 'From when this holds; may lie in the past, never ahead.';

@InputType({ description: 'A name in each language of the network.' })
export class ActorNamesInput {
  @Field(() => String)
  @Length(1, 200)
  uk!: string;

  @Field(() => String)
  @Length(1, 200)
  en!: string;

  @Field(() => String)
  @Length(1, 200)
  ro!: string;
}

@InputType()
export class AdmitActorInput extends s.KeyedInput {
  @Field(() => ActorNamesInput)
  @ValidateNested()
  name!: ActorNamesInput;

  @Field(() => ActorKindScalar)
  kind!: ActorKind;

  @Field(() => s.CountryCodeScalar)
  country!: v.CountryCode;

  @Field(() => s.OblastCodeScalar, { nullable: true, description: 'Where its seat is, in Ukraine.' })
  homeOblast?: v.OblastCode | null;

  @Field(() => String, { nullable: true, description: 'As published to the network.' })
  @IfGiven()
  @Matches(/^\+?[0-9][0-9 ()-]{2,29}$/)
  dutyPhone?: string | null;

  @Field(() => s.DateTime, { description: EFFECTIVE_AT })
  effectiveAt!: Date;
}

@InputType()
abstract class OfActorInput extends ChangeInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => s.DateTime, { description: EFFECTIVE_AT })
  effectiveAt!: Date;
}

@InputType()
export class ChangeOperationsInput extends OfActorInput {
  @Field(() => s.OperationsScalar)
  operations!: v.Operations;
}

@InputType()
export class ChangeBaseInput extends OfActorInput {
  @Field(() => s.BaseScalar)
  base!: v.Base;
}

@InputType()
export class ChangeAccessInput extends OfActorInput {
  @Field(() => s.OblastCodeScalar)
  oblast!: v.OblastCode;

  @Field(() => s.AccessStateScalar)
  access!: v.AccessState;
}

@InputType({ description: 'All terms of a service, each time.' })
export class OfferServiceInput extends OfActorInput {
  @Field(() => s.ServiceCodeScalar)
  service!: v.ServiceCode;

  @Field(() => [s.PathwayScalar], { description: 'On which referrals are received.' })
  @ArrayMaxSize(10)
  pathways!: v.Pathway[];

  @Field(() => [s.OblastCodeScalar], { description: 'Where; empty for an actor abroad.' })
  @ArrayMaxSize(50)
  oblasts!: v.OblastCode[];

  @Field(() => s.ModalityScalar)
  modality!: v.Modality;

  @Field(() => [s.AgeBandScalar], { defaultValue: [], description: 'Empty: everyone.' })
  @ArrayMaxSize(10)
  ageBands!: v.AgeBand[];

  @Field(() => [s.SexScalar], { defaultValue: [], description: 'Empty: everyone.' })
  @ArrayMaxSize(10)
  sexes!: v.Sex[];

  @Field(() => [s.PersonLanguageScalar])
  @ArrayMaxSize(20)
  languages!: v.PersonLanguage[];

  @Field(() => [s.IntakeQuestionScalar], { defaultValue: [], description: 'What must be known to decide.' })
  @ArrayMaxSize(50)
  intakeQuestions!: v.IntakeQuestion[];

  @Field(() => [s.DataClassScalar], { defaultValue: [], description: 'Without these it cannot be given.' })
  @ArrayMaxSize(5)
  neededClasses!: v.DataClass[];

  @Field(() => Boolean, { defaultValue: false, description: 'A formal направлення is demanded.' })
  admissionDocument!: boolean;
}

@InputType({ description: 'All terms of a service, each time.' })
export class ChangeServiceTermsInput extends OfferServiceInput {
  @Field(() => ID)
  serviceId!: string;
}

@InputType()
export class EndServiceInput extends OfActorInput {
  @Field(() => ID)
  serviceId!: string;
}

@InputType()
export class ReportCapacityInput extends ChangeInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => ID)
  serviceId!: string;

  @Field(() => s.CapacityStateScalar)
  capacity!: v.CapacityState;

  @Field(() => Int, { nullable: true, description: 'Free places.' })
  @IfGiven()
  @Min(0)
  @Max(100_000)
  available?: number | null;

  @Field(() => Int, { nullable: true, description: 'All places.' })
  @IfGiven()
  @Min(0)
  @Max(100_000)
  maximum?: number | null;

  @Field(() => s.DateTime, {
    nullable: true,
    description: 'When it was so; may lie in the past, never ahead. Now, if absent.',
  })
  occurredAt?: Date | null;

  @Field(() => s.DateTime, {
    nullable: true,
    description:
      'When that was so which the user saw: refused as STALE_REVISION if there is something newer.',
  })
  seenAt?: Date | null;
}

@InputType()
export class GrantCertificationInput extends OfActorInput {
  @Field(() => s.PathwayScalar, { description: 'An isolated pathway.' })
  pathway!: v.Pathway;

  @Field(() => s.DateTime, { nullable: true, description: 'When it ends by itself.' })
  validUntil?: Date | null;
}

@InputType()
export class RevokeCertificationInput extends OfActorInput {
  @Field(() => s.PathwayScalar)
  pathway!: v.Pathway;
}

@InputType({ description: 'What must be true of one and the same service, and of its actor.' })
export class ActorFilterInput {
  @Field(() => s.ServiceCodeScalar, { nullable: true })
  service?: v.ServiceCode | null;

  @Field(() => s.OblastCodeScalar, { nullable: true })
  oblast?: v.OblastCode | null;

  @Field(() => s.PathwayScalar, { nullable: true })
  pathway?: v.Pathway | null;

  @Field(() => s.OperationsScalar, { nullable: true })
  operations?: v.Operations | null;

  @Field(() => ActorKindScalar, { nullable: true })
  kind?: ActorKind | null;
}
