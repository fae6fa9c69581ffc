/** A household's file as its own actor reads it over the graph. No content. */
import {
  AgreementFormScalar,
  ChannelScalar,
  Classified,
  DataClassScalar,
  DateTime,
  LanguageScalar,
  LawfulBasisScalar,
  PathwayScalar,
  PurposeScalar,
  StorageKindScalar,
} from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Household', { description: 'A person, or people who belong together, on one actor’s caseload.' })
@Directive('@key(fields: "id")')
export class HouseholdType {
  @Field(() => ID)
  @Classified('OWN')
  id!: string;

  @Field(() => PathwayScalar)
  @Classified('OWN')
  pathway!: v.Pathway;

  @Field(() => [ID], { description: 'Its members.' })
  @Classified('OWN')
  memberIds!: string[];

  @Field(() => DateTime, { description: 'When the file was opened.' })
  @Classified('OWN')
  openedAt!: Date;

  @Field(() => String)
  @Classified('OWN')
  revision!: string;
}

@ObjectType('SealedRecord', { description: 'That something is written down, and not what.' })
export class SealedRecordType {
  @Field(() => ID)
  @Classified('OWN')
  id!: string;

  @Field(() => ID, { description: 'A member, the household, or the offer that words were written about.' })
  @Classified('OWN')
  subjectId!: string;

  @Field(() => DataClassScalar)
  @Classified('OWN')
  dataClass!: v.DataClass;

  @Field(() => Int)
  @Classified('OWN')
  version!: number;

  @Field(() => DateTime)
  @Classified('OWN')
  sealedAt!: Date;
}

@ObjectType('Agreement', { description: 'An agreement to share, by ISO/IEC TS 27560:2023.' })
export class AgreementType {
  @Field(() => ID)
  @Classified('OWN')
  id!: string;

  @Field(() => ID, { description: 'What the person may keep.' })
  @Classified('OWN')
  receiptId!: string;

  @Field(() => String)
  @Classified('OWN')
  schemaVersion!: string;

  @Field(() => [ID], { description: 'Who agreed.' })
  @Classified('OWN')
  principalIds!: string[];

  @Field(() => [ID], { description: 'Who of them took it back.' })
  @Classified('OWN')
  withdrawnBy!: string[];

  @Field(() => ID, { description: 'The actor to whom it was given.' })
  @Classified('OWN')
  controllerId!: string;

  @Field(() => [ID], { description: 'With whom it may be shared, in the order agreed.' })
  @Classified('OWN')
  recipientIds!: string[];

  @Field(() => [PurposeScalar])
  @Classified('OWN')
  purposes!: v.Purpose[];

  @Field(() => [DataClassScalar])
  @Classified('OWN')
  dataClasses!: v.DataClass[];

  @Field(() => DateTime)
  @Classified('OWN')
  validFrom!: Date;

  @Field(() => DateTime)
  @Classified('OWN')
  validUntil!: Date;

  @Field(() => String, { description: 'active, expired or withdrawn.' })
  @Classified('OWN')
  state!: string;

  @Field(() => AgreementFormScalar)
  @Classified('OWN')
  form!: v.AgreementForm;

  @Field(() => Boolean)
  @Classified('OWN')
  witnessed!: boolean;

  @Field(() => LawfulBasisScalar)
  @Classified('OWN')
  lawfulBasis!: v.LawfulBasis;

  @Field(() => Int)
  @Classified('OWN')
  noticeVersion!: number;

  @Field(() => LanguageScalar)
  @Classified('OWN')
  noticeLanguage!: v.Language;

  @Field(() => String)
  @Classified('OWN')
  jurisdiction!: string;

  @Field(() => StorageKindScalar)
  @Classified('OWN')
  storage!: v.StorageKind;

  @Field(() => Int)
  @Classified('OWN')
  retentionDays!: number;

  @Field(() => String)
  @Classified('OWN')
  withdrawalMethod!: string;

  @Field(() => DateTime)
  @Classified('OWN')
  occurredAt!: Date;

  @Field(() => ChannelScalar)
  @Classified('OWN')
  channel!: v.Channel;
}

@ObjectType('Permit', { description: 'A recipient may read what an offer shared, until it ends.' })
export class PermitType {
  @Field(() => ID)
  @Classified('OWN')
  id!: string;

  @Field(() => ID)
  @Classified('OWN')
  referralId!: string;

  @Field(() => ID)
  @Classified('OWN')
  recipientActorId!: string;

  @Field(() => ID)
  @Classified('OWN')
  serviceId!: string;

  @Field(() => [ID], { description: 'Whom it covers still; nobody once it has ended.' })
  @Classified('OWN')
  memberIds!: string[];

  @Field(() => [DataClassScalar])
  @Classified('OWN')
  dataClasses!: v.DataClass[];

  @Field(() => DateTime)
  @Classified('OWN')
  validUntil!: Date;

  @Field(() => String, { description: 'open, ended or expired.' })
  @Classified('OWN')
  state!: string;
}

@ObjectType('DisclosureEntry', { description: 'Somebody opened something, or looked and found nothing.' })
export class DisclosureEntryType {
  @Field(() => ID)
  @Classified('OWN')
  id!: string;

  @Field(() => ID, { description: 'The permit, or the household itself where its own actor read.' })
  @Classified('OWN')
  permitId!: string;

  @Field(() => ID)
  @Classified('OWN')
  toActorId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Who read, among one's own colleagues; other actors' staff stay unnamed.",
  })
  @Classified('OWN')
  toStaffId!: string | null;

  @Field(() => [DataClassScalar], { description: 'What was opened; none where nothing was there.' })
  @Classified('OWN')
  dataClasses!: v.DataClass[];

  @Field(() => PurposeScalar)
  @Classified('OWN')
  purpose!: v.Purpose;

  @Field(() => DateTime)
  @Classified('OWN')
  occurredAt!: Date;
}

@ObjectType('HouseholdPage')
export class HouseholdPageType {
  @Field(() => [HouseholdType], { description: 'Newest first.' })
  @Classified('OWN')
  items!: HouseholdType[];

  @Field(() => Boolean, { description: 'More follow: ask again with the last id as `after`.' })
  @Classified('OWN')
  hasMore!: boolean;
}
