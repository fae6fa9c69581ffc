/** What was sealed, as it is answered to whoever opened it. Null is unknown. */
import {
  AgeBandScalar,
  Classified,
  DataClassScalar,
  IntakeAnswerScalar,
  IntakeQuestionScalar,
  PersonLanguageScalar,
  Receipt,
  SexScalar,
} from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { Field, ID, Int, ObjectType } from 'type-graphql';

const unknown = (description: string) => ({ nullable: true, description });

@ObjectType('Contact', { description: 'How to reach her without harm.' })
export class ContactType {
  @Field(() => String, unknown('Her name.'))
  @Classified('C1')
  name?: string | null;

  @Field(() => String, unknown('What she is called instead.'))
  @Classified('C1')
  workingLabel?: string | null;

  @Field(() => String, unknown('A phone that is safe to call.'))
  @Classified('C1')
  phone?: string | null;

  @Field(() => String, unknown('When it is safe to call.'))
  @Classified('C1')
  safeTime?: string | null;

  @Field(() => String, unknown('By which way it is safe to reach her.'))
  @Classified('C1')
  safeChannel?: string | null;

  @Field(() => Boolean, unknown('Never leave a message.'))
  @Classified('C1')
  neverLeaveMessage?: boolean | null;

  @Field(() => PersonLanguageScalar, unknown('The language to speak with her.'))
  @Classified('C1')
  language?: v.PersonLanguage | null;
}

@ObjectType('IntakeAnswerGiven')
export class IntakeAnswerType {
  @Field(() => IntakeQuestionScalar)
  @Classified('C2')
  question!: v.IntakeQuestion;

  @Field(() => IntakeAnswerScalar)
  @Classified('C2')
  answer!: v.IntakeAnswer;
}

@ObjectType('HouseholdMemberShape', { description: 'Age and sex of one member.' })
export class HouseholdMemberShapeType {
  @Field(() => AgeBandScalar, { nullable: true })
  @Classified('C2')
  ageBand?: v.AgeBand | null;

  @Field(() => SexScalar, { nullable: true })
  @Classified('C2')
  sex?: v.Sex | null;
}

@ObjectType('DecisionSet', { description: 'What a service must know to decide.' })
export class DecisionSetType {
  @Field(() => String, unknown('What is asked.'))
  @Classified('C2')
  need?: string | null;

  @Field(() => [IntakeAnswerType], { nullable: true })
  @Classified('C2')
  answers?: IntakeAnswerType[] | null;

  @Field(() => [HouseholdMemberShapeType], { nullable: true })
  @Classified('C2')
  householdComposition?: HouseholdMemberShapeType[] | null;
}

@ObjectType('ProtectionDetail', { description: 'What happened to her.' })
export class ProtectionDetailType {
  @Field(() => String, unknown('What kind of incident.'))
  @Classified('C3')
  incidentType?: string | null;

  @Field(() => String, unknown('What she must be protected from.'))
  @Classified('C3')
  risks?: string | null;

  @Field(() => String, unknown('What happened.'))
  @Classified('C3')
  history?: string | null;
}

@ObjectType('SpecialDetail', { description: 'Documents, health, the perpetrator.' })
export class SpecialDetailType {
  @Field(() => String, unknown('Which papers she has.'))
  @Classified('C4')
  documents?: string | null;

  @Field(() => String, unknown('Her health.'))
  @Classified('C4')
  health?: string | null;

  @Field(() => String, unknown('The least about a third person.'))
  @Classified('C4')
  perpetrator?: string | null;
}

@ObjectType('OpenedRecord', { description: 'A record that was opened: exactly one content.' })
export class OpenedRecordType {
  @Field(() => ID, { description: 'To a recipient: its name within what was shared, and nowhere else.' })
  @Classified('PARTIES')
  recordId!: string;

  @Field(() => ID, {
    description:
      'A member, or the household. To a recipient: a member as named in `Referral.person`, or the referral for what is about everybody.',
  })
  @Classified('PARTIES')
  subjectId!: string;

  @Field(() => DataClassScalar)
  @Classified('PARTIES')
  dataClass!: v.DataClass;

  @Field(() => Int, { description: 'To a recipient it counts from what was shared.' })
  @Classified('PARTIES')
  version!: number;

  @Field(() => ContactType, { nullable: true })
  @Classified('C1')
  contact!: ContactType | null;

  @Field(() => DecisionSetType, { nullable: true })
  @Classified('C2')
  decisionSet!: DecisionSetType | null;

  @Field(() => ProtectionDetailType, { nullable: true })
  @Classified('C3')
  protection!: ProtectionDetailType | null;

  @Field(() => SpecialDetailType, { nullable: true })
  @Classified('C4')
  special!: SpecialDetailType | null;
}

@ObjectType('PersonDisclosure', { description: 'What was opened, and the proof that it was recorded.' })
export class PersonDisclosureType {
  @Field(() => Receipt)
  @Classified('PARTIES')
  receipt!: Receipt;

  @Field(() => [OpenedRecordType])
  @Classified('PARTIES')
  records!: OpenedRecordType[];
}
