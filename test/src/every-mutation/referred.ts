/** Households and referrals, made quickly: by the services' own commands, without the way over HTTP. */
import { randomUUID } from 'node:crypto';
import { type Scene, theNeed } from './scene.js';

export interface MadeHousehold {
  readonly householdId: string;
  readonly memberIds: readonly string[];
  readonly decisionRecordId: string;
  readonly agreementId: string;
}

/** The words that are sealed of one household. */
export interface SealedWords {
  readonly name: string;
  readonly need: string;
}

const invented: SealedWords = { name: 'Ганна Вигадана', need: 'Ліжко на тиждень.' };
const day = 86_400_000;

/** Two people who agreed to be referred to the shelter, their contacts and their need sealed. */
export async function aHousehold(scene: Scene, words: SealedWords = invented): Promise<MadeHousehold> {
  const { commands } = scene.network.consent;
  const { caseworker, intake } = scene.people;
  const by = caseworker.viewer;
  const now = new Date();
  const { id: householdId, memberIds } = await commands.openHousehold(
    by,
    { key: randomUUID(), channel: 'api', pathway: 'general', memberCount: 2 },
    now,
  );
  const seal = (subjectId: string, record: Parameters<typeof commands.sealRecord>[1]['record']) =>
    commands.sealRecord(by, { key: randomUUID(), householdId, subjectId, record }, now);
  await seal(memberIds[0]!, { dataClass: 'C1', content: { name: words.name } });
  await seal(memberIds[1]!, { dataClass: 'C1', content: { workingLabel: 'син' } });
  const { recordId: decisionRecordId } = await seal(householdId, {
    dataClass: 'C2',
    content: { need: words.need },
  });
  const terms = theTerms(memberIds, [intake.viewer.actorId]);
  const { agreementId } = await commands.recordAgreement(
    by,
    { key: randomUUID(), channel: 'api', householdId, ...terms },
    now,
  );
  return { householdId, memberIds, decisionRecordId, agreementId };
}

/** Oral, before a witness, for ninety days, for both purposes. */
export function theTerms(principalIds: readonly string[], recipientIds: readonly string[]) {
  return {
    principalIds,
    recipientIds,
    purposes: ['eligibility_decision', 'service_delivery'],
    dataClasses: ['C0', 'C1', 'C2'],
    validFrom: new Date(Date.now() - 1_000).toISOString(),
    validUntil: new Date(Date.now() + 90 * day).toISOString(),
    form: 'oral_witnessed',
    witnessed: true,
    lawfulBasis: 'consent',
    noticeVersion: 1,
    noticeLanguage: 'uk',
    jurisdiction: 'UA',
    storage: 'sealed_vault',
    retentionDays: 90,
  } as const;
}

/** How far a referral has come. `typedIn`: accepted, by the sender on the phone. */
export type Stage = 'draft' | 'sent' | 'acknowledged' | 'accepted' | 'typedIn' | 'in_progress' | 'completed';

const way: Record<Stage, readonly ('send' | 'acknowledge' | 'accept' | 'typeIn' | 'start' | 'complete')[]> = {
  draft: [],
  sent: ['send'],
  acknowledged: ['send', 'acknowledge'],
  accepted: ['send', 'accept'],
  typedIn: ['send', 'typeIn'],
  in_progress: ['send', 'accept', 'start'],
  completed: ['send', 'accept', 'start', 'complete'],
};

/** A household's referral to the shelter; its id. */
export async function aReferral(
  scene: Scene,
  household: MadeHousehold,
  stage: Stage,
  partOf?: string,
): Promise<string> {
  const { commands } = scene.network.referrals;
  const { caseworker, intake } = scene.people;
  const given = () => ({ key: randomUUID(), now: new Date() });
  const { householdId, memberIds, decisionRecordId } = household;
  const { id } = await commands.draft(
    caseworker.viewer,
    {
      type: 'DraftReferral',
      ...{ householdId, memberIds, ...theNeed, urgency: 'normal', channel: 'api' },
      ...{ ageBands: [], sexes: [], excludedActorIds: [] },
      ...(partOf ? { partOf } : {}),
    },
    given(),
  );
  for (const step of way[stage]) {
    if (step === 'send') {
      await commands.send(
        caseworker.viewer,
        id,
        {
          type: 'SendReferral',
          serviceId: scene.serviceId,
          dataClasses: ['C1', 'C2'],
          decisionRecordIds: [decisionRecordId],
          channel: 'api',
        },
        given(),
      );
      await isSent(scene, id);
      continue;
    }
    const by = step === 'typeIn' ? caseworker.viewer : intake.viewer;
    await commands.act(by, id, acts[step], given());
  }
  return id;
}

/** What could be told of a draft that continues a referral which waits. */
export async function aNext(scene: Scene, household: MadeHousehold) {
  const referralId = await aReferral(scene, household, 'draft', await aReferral(scene, household, 'sent'));
  return {
    referralId,
    serviceId: scene.otherServiceId,
    dataClasses: ['C1', 'C2'] as const,
    decisionRecordIds: [household.decisionRecordId],
  };
}

/** The same, prepared. */
export async function aPreparedReferral(scene: Scene, household: MadeHousehold): Promise<string> {
  const { referralId, ...next } = await aNext(scene, household);
  const given = { key: randomUUID(), now: new Date() };
  const { viewer } = scene.people.caseworker;
  const command = { type: 'PrepareReferral', ...next, channel: 'api' } as const;
  await scene.network.referrals.commands.prepare(viewer, referralId, command, given);
  return referralId;
}

/** The command waits two seconds for consent; on a busy machine that may not be enough. */
export async function isSent({ network }: Scene, referralId: string): Promise<void> {
  const ending = new AbortController();
  const { events } = network.stores;
  for await (const { type } of events.follow(`referral-${referralId}`, { signal: ending.signal })) {
    if (type === 'ReferralOfferRefused.v1') throw new Error('consent refused it');
    if (type === 'ReferralSent.v1') return ending.abort();
  }
}

const acts = {
  acknowledge: { type: 'AcknowledgeReferral', channel: 'api' },
  accept: { type: 'AcceptReferral', channel: 'api' },
  typeIn: { type: 'AcceptReferral', channel: 'phone' },
  start: { type: 'StartReferral', channel: 'api' },
  complete: { type: 'CompleteReferral', outcome: 'service_provided', channel: 'api' },
} as const;
