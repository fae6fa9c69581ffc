/** What an earlier referral and its household already say. */
import type { Earlier, KnownHousehold } from './continue-page.js';
import type { Asked, Draft } from './draft.js';
import { emptyDraft } from './draft.js';

/** From these a next one can be prepared; on an isolated pathway nothing ever goes by itself. */
const waiting: readonly string[] = ['sent', 'acknowledged'];

export function continuedFrom(referral: Earlier, household: KnownHousehold): Partial<Draft> {
  const { service, oblast, urgency, pathway, modality, language, ageBands, sexes, reference, memberIds } =
    referral;
  const ours = referral.state === 'draft';
  return {
    need: {
      ...emptyDraft.need,
      service: service ?? '',
      oblast: oblast ?? '',
      urgency: urgency ?? undefined,
      pathway: pathway ?? 'general',
      modality: modality ?? 'either',
      language: language ?? '',
      ageBands,
      sexes,
    },
    reuse: decisionRecordIn(household) !== undefined,
    continued: {
      draftId: ours ? referral.id : undefined,
      partOf: ours ? undefined : referral.id,
      waits: waiting.includes(referral.state) && pathway === 'general',
      asked: askedBy(referral),
      reference,
      householdId: household.id,
      memberIds,
      decisionRecordId: decisionRecordIn(household),
      agreedUntil: agreedIn(household, memberIds),
    },
  };
}

function askedBy({ recipient, state, declineReason }: Earlier): Asked | undefined {
  if (!recipient) return undefined;
  const reason = declineReason ?? undefined;
  if (waiting.includes(state)) return { actorId: recipient.id, became: 'waits', reason };
  if (state === 'declined') return { actorId: recipient.id, became: 'declined', reason };
  return { actorId: recipient.id, became: state === 'expired' ? 'silent' : 'ended', reason };
}

/** The newest one that was written for all of them. */
function decisionRecordIn({ id, records }: KnownHousehold): string | undefined {
  return records
    .filter(({ dataClass, subjectId }) => dataClass === 'C2' && subjectId === id)
    .reduce<KnownHousehold['records'][number] | undefined>(
      (newest, record) => (newest && newest.version > record.version ? newest : record),
      undefined,
    )?.id;
}

/** Whom they all agreed to by name, for all that a referral shares; the longest where there are several. */
function agreedIn({ agreements }: KnownHousehold, memberIds: readonly string[]): Record<string, string> {
  const until: Record<string, string> = {};
  for (const agreement of agreements) {
    const { state, purposes, dataClasses, principalIds, withdrawnBy, recipientIds, validUntil } = agreement;
    const enough =
      state === 'active' &&
      memberIds.every((id) => principalIds.includes(id) && !withdrawnBy.includes(id)) &&
      (['eligibility_decision', 'service_delivery'] as const).every((one) => purposes.includes(one)) &&
      (['C1', 'C2'] as const).every((one) => dataClasses.includes(one));
    if (!enough) continue;
    for (const actorId of recipientIds)
      if (!until[actorId] || until[actorId] < validUntil) until[actorId] = validUntil;
  }
  return until;
}
