/** A referral as it is spoken of over the graph. What is null, this viewer may not know, or it has not happened. */
import {
  AgeBandScalar,
  Classified,
  DataClassScalar,
  DateTime,
  DeclineReasonScalar,
  ModalityScalar,
  OblastCodeScalar,
  OutcomeScalar,
  PathwayScalar,
  PermitRefusalScalar,
  PersonLanguageScalar,
  PreparationEndingScalar,
  ReferralStateScalar,
  ServiceCodeScalar,
  SexScalar,
  UrgencyScalar,
  WithdrawReasonScalar,
} from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { ListedRow, ReferralRow } from '../rows.js';

@ObjectType('Actor')
@Directive('@key(fields: "id", resolvable: false)')
export class ActorReference {
  @Field(() => ID)
  @Classified('PUBLIC')
  id!: string;
}

@ObjectType('OfferedService')
@Directive('@key(fields: "id", resolvable: false)')
export class OfferedServiceReference {
  @Field(() => ID)
  @Classified('PUBLIC')
  id!: string;
}

const nullable = (description: string) => ({ nullable: true, description });

@ObjectType('Referral', { description: "One household's way from one actor to one service of another." })
@Directive('@key(fields: "id")')
export class ReferralType {
  /** The row that this was made from, for the fields that ask further; absent where only what lists show was read. */
  row?: ReferralRow;

  @Field(() => ID)
  @Classified('PARTIES')
  id!: string;

  @Field(() => String, { description: 'What people read to each other on the phone.' })
  @Classified('PARTIES')
  reference!: string;

  @Field(() => String, { description: "The viewer's side: sender or recipient." })
  @Classified('PARTIES')
  side!: string;

  @Field(() => ReferralStateScalar)
  @Classified('PARTIES')
  state!: v.ReferralState;

  @Field(() => String, { description: 'Send it back with a command to be told of a change in between.' })
  @Classified('PARTIES')
  revision!: string;

  @Field(() => ActorReference, nullable('Who refers.'))
  @Classified('C0')
  sender!: ActorReference | null;

  @Field(() => ActorReference, nullable('Whom it was put to.'))
  @Classified('PARTIES')
  recipient!: ActorReference | null;

  @Field(() => OfferedServiceReference, nullable('The service that it is addressed to.'))
  @Classified('C0')
  offeredService!: OfferedServiceReference | null;

  @Field(() => ServiceCodeScalar, nullable('What is asked for.'))
  @Classified('C0')
  service!: v.ServiceCode | null;

  @Field(() => OblastCodeScalar, nullable('Where it is needed.'))
  @Classified('C0')
  oblast!: v.OblastCode | null;

  @Field(() => UrgencyScalar, nullable('How soon an answer is needed.'))
  @Classified('C0')
  urgency!: v.Urgency | null;

  @Field(() => PathwayScalar, nullable('Which rules of secrecy it follows.'))
  @Classified('C0')
  pathway!: v.Pathway | null;

  @Field(() => ModalityScalar, nullable('How it can be given.'))
  @Classified('C0')
  modality!: v.Modality | null;

  @Field(() => PersonLanguageScalar, nullable('The language to speak with her.'))
  @Classified('C0')
  language!: v.PersonLanguage | null;

  @Field(() => [AgeBandScalar], { description: 'Ages, where services filter on them.' })
  @Classified('C0')
  ageBands!: v.AgeBand[];

  @Field(() => [SexScalar], { description: 'Sexes, where services filter on them.' })
  @Classified('C0')
  sexes!: v.Sex[];

  @Field(() => [DataClassScalar], { description: 'What the offer shares, once its state allows it.' })
  @Classified('C0')
  dataClasses!: v.DataClass[];

  @Field(() => ID, nullable('Whose way it is.'))
  @Classified('OWN')
  householdId!: string | null;

  @Field(() => [ID], { description: 'Who of the household is referred.' })
  @Classified('OWN')
  memberIds!: string[];

  @Field(() => ID, nullable('The referral that this one continues.'))
  @Classified('OWN')
  partOf!: string | null;

  @Field(() => Boolean, { description: 'Consent is being asked.' })
  @Classified('OWN')
  asking!: boolean;

  @Field(() => Boolean, {
    description: 'It is sent by itself if the referral that it continues expires or is declined.',
  })
  @Classified('OWN')
  prepared!: boolean;

  @Field(() => PreparationEndingScalar, nullable('Why it is not sent by itself any more.'))
  @Classified('OWN')
  preparationEnded!: v.PreparationEnding | null;

  @Field(() => ID, nullable('The referral that was prepared to follow this one.'))
  @Classified('OWN')
  next!: string | null;

  @Field(() => PermitRefusalScalar, nullable('Why consent refused the last offer.'))
  @Classified('OWN')
  refused!: v.PermitRefusal | null;

  @Field(() => DateTime, nullable('When the draft was begun.'))
  @Classified('OWN')
  draftedAt!: Date | null;

  @Field(() => DateTime, nullable('When it was sent.'))
  @Classified('C0')
  sentAt!: Date | null;

  @Field(() => DateTime, nullable('Until when it should be acknowledged.'))
  @Classified('C0')
  acknowledgeBy!: Date | null;

  @Field(() => DateTime, nullable('Until when it should be decided.'))
  @Classified('C0')
  decideBy!: Date | null;

  @Field(() => DateTime, nullable('When it was acknowledged.'))
  @Classified('PARTIES')
  acknowledgedAt!: Date | null;

  @Field(() => DateTime, nullable('When it was accepted or declined.'))
  @Classified('PARTIES')
  decidedAt!: Date | null;

  @Field(() => DateTime, nullable('When the service began.'))
  @Classified('PARTIES')
  startedAt!: Date | null;

  @Field(() => DateTime, nullable('When it was completed, was withdrawn or expired.'))
  @Classified('PARTIES')
  closedAt!: Date | null;

  @Field(() => DeclineReasonScalar, nullable('Why the recipient will not serve.'))
  @Classified('PARTIES')
  declineReason!: v.DeclineReason | null;

  @Field(() => OutcomeScalar, nullable('What came of the service.'))
  @Classified('PARTIES')
  outcome!: v.Outcome | null;

  @Field(() => WithdrawReasonScalar, nullable('Why the sender took it back.'))
  @Classified('PARTIES')
  withdrawReason!: v.WithdrawReason | null;

  @Field(() => String, nullable('The side that typed in an answer which the other has not confirmed.'))
  @Classified('PARTIES')
  unconfirmedFrom!: string | null;

  @Field(() => Boolean, { description: 'The person took her agreement back: nothing of hers can be read.' })
  @Classified('PARTIES')
  sharingEnded!: boolean;
}

@ObjectType('ReferralPage')
export class ReferralPage {
  @Field(() => [ReferralType], { description: 'Newest first.' })
  @Classified('PARTIES')
  items!: ReferralType[];

  @Field(() => Boolean, { description: 'More follow: ask again with the last id as `after`.' })
  @Classified('PARTIES')
  hasMore!: boolean;
}

/** What lists show, in fields of the graph. */
const listedOf = (row: ListedRow) => {
  const over = row.side === 'recipient' && (row.state === 'declined' || row.state === 'expired');
  return {
    id: row.referral_id,
    reference: row.reference,
    side: row.side,
    state: row.state,
    sender: row.sender_actor_id && { id: row.sender_actor_id },
    recipient: row.recipient_actor_id && { id: row.recipient_actor_id },
    service: row.service,
    oblast: row.oblast,
    urgency: row.urgency,
    pathway: over ? null : row.pathway,
    asking: row.asking,
    prepared: row.prepared,
    preparationEnded: row.preparation_ended,
    refused: row.refused,
    draftedAt: row.drafted_at,
    sentAt: row.sent_at,
    acknowledgeBy: row.acknowledge_by,
    decideBy: row.decide_by,
    unconfirmedFrom: row.unconfirmed_from,
    sharingEnded: row.sharing_ended,
  };
};

const listedFields: Readonly<Record<keyof ReturnType<typeof listedOf> | '__typename', true>> = {
  ...{ __typename: true, id: true, reference: true, side: true, state: true, sender: true, recipient: true },
  ...{ service: true, oblast: true, urgency: true, pathway: true, asking: true, prepared: true },
  ...{ preparationEnded: true, refused: true, draftedAt: true, sentAt: true, acknowledgeBy: true },
  ...{ decideBy: true, unconfirmedFrom: true, sharingEnded: true },
};

/** Whether of a referral nothing is asked but what lists show. */
export const isListed = (fields: ReadonlySet<string>): boolean =>
  [...fields].every((field) => Object.hasOwn(listedFields, field));

export const toListed = (row: ListedRow): ReferralType => Object.assign(new ReferralType(), listedOf(row));

export function toReferral(row: ReferralRow): ReferralType {
  return Object.assign(toListed(row), {
    row,
    revision: row.revision.toString(),
    offeredService: row.service_id && { id: row.service_id },
    modality: row.modality,
    language: row.language,
    ageBands: row.age_bands,
    sexes: row.sexes,
    dataClasses: row.data_classes,
    householdId: row.household_id,
    memberIds: row.member_ids,
    partOf: row.part_of,
    next: row.next_id,
    acknowledgedAt: row.acknowledged_at,
    decidedAt: row.decided_at,
    startedAt: row.started_at,
    closedAt: row.closed_at,
    declineReason: row.decline_reason,
    outcome: row.outcome,
    withdrawReason: row.withdraw_reason,
  });
}
