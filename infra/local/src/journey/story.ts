/**
 * The story: a mother and her son on their way from Kharkiv to Lviv. One shelter declines, the next one on her list
 * accepts; a third organisation learns nothing; she withdraws, and the shelter reads no more.
 */
import type { Party } from './party.js';
import { decisionSet, receipt, theAgreement, theirContact, theNeed, views } from './story.words.js';

/** Tells what happens and what everybody sees of it. */
export interface Telling {
  /** A new step, in a sentence. */
  step(sentence: string): void;
  /** What one party saw. */
  saw(party: Party, what: string, answer: unknown): void;
}

export interface Cast {
  /** Caseworker of the organisation in Kharkiv that refers. */
  readonly caseworker: Party;
  /** Intake officers of the first and the second shelter. */
  readonly firstShelter: Party;
  readonly secondShelter: Party;
  /** Works for an organisation that has nothing to do with it. */
  readonly outsider: Party;
  /** Answers the phone at the interpreting service. */
  readonly interpreter: Party;
}

/** What a test may want to look at afterwards. */
export interface Told {
  readonly referralId: string;
  readonly declinedId: string;
  readonly phonedId: string;
  readonly householdId: string;
}

export async function tell(cast: Cast, telling: Telling): Promise<Told> {
  const { caseworker, firstShelter, secondShelter } = cast;
  const household = await atTheDesk(caseworker, telling);

  const declinedId = await refer(cast, telling, household, 'Dzherelo Refuge');
  telling.step(
    'The first shelter has a room, but not for a child with these needs. It declines and says why.',
  );
  await firstShelter.does(`declineReferral ${receipt}`, {
    referralId: declinedId,
    reason: 'no_capacity',
    capacityScope: 'not_for_this_household',
  });
  await everybodyLooks(cast, telling, declinedId);

  const referralId = await refer(cast, telling, household, 'Kalyna Shelter', declinedId);
  await theShelterDecides(cast, telling, referralId);
  telling.step('They arrive, and the shelter serves.');
  await secondShelter.does(`startReferral ${receipt}`, { referralId });
  await everybodyLooks(cast, telling, referralId);

  telling.step('Two weeks later it reports back. Until the agreement ends it may look up whom it served.');
  await secondShelter.does(`completeReferral ${receipt}`, { referralId, outcome: 'service_provided' });
  await everybodyLooks(cast, telling, referralId);
  await reads(secondShelter, telling, referralId, ['C1'], 'service_delivery');

  const phonedId = await answeredByPhone(cast, telling);
  await sheWithdraws(cast, telling, household.householdId, referralId);
  return { referralId, declinedId, phonedId, householdId: household.householdId };
}

interface Household {
  readonly householdId: string;
  readonly memberIds: readonly string[];
  readonly decisionRecordId: string;
}

async function atTheDesk(caseworker: Party, telling: Telling): Promise<Household> {
  telling.step('Kharkiv. A mother and her son need a place in Lviv. The caseworker asks who could help.');
  const found = await caseworker.ask(views.candidates, { need: theNeed });
  telling.saw(caseworker, 'candidates, each with its reasons', found.data?.candidates ?? found.errors);

  telling.step('What she tells is sealed; whom it may be shown to, what for and until when is hers to say.');
  const opened = await caseworker.does(`openHousehold { receipt ${receipt} memberIds }`, {
    memberCount: 2,
    channel: 'in_person',
  });
  const householdId: string = opened.receipt.id;
  const memberIds: readonly string[] = opened.memberIds;
  for (const [n, contact] of theirContact.entries())
    await caseworker.does(`sealRecord { receipt ${receipt} recordId }`, {
      householdId,
      subjectId: memberIds[n],
      contact,
    });
  const sealed = await caseworker.does(`sealRecord { receipt ${receipt} recordId }`, {
    householdId,
    subjectId: householdId,
    decisionSet,
  });
  const named = found.data.candidates.map((one: { actor: { id: string } }) => one.actor.id);
  await caseworker.does(`recordAgreement { receipt ${receipt} agreementId }`, {
    householdId,
    principalIds: memberIds,
    recipientIds: named,
    ...theAgreement(),
  });
  return { householdId, memberIds, decisionRecordId: sealed.recordId };
}

/** Draft and send to one of the actors that she agreed to by name. */
async function refer(
  cast: Cast,
  telling: Telling,
  household: Household,
  to: string,
  partOf?: string,
): Promise<string> {
  const { caseworker } = cast;
  telling.step(`The caseworker refers them to ${to}${partOf ? ', the next on her list' : ''}.`);
  const { householdId, memberIds, decisionRecordId } = household;
  const { id: referralId } = await caseworker.does(`draftReferral ${receipt}`, {
    householdId,
    memberIds,
    ...theNeed,
    urgency: 'urgent',
    ...(partOf ? { partOf } : {}),
  });
  const found = await caseworker.ask(views.candidates, { need: theNeed });
  const chosen = found.data.candidates.find((one: { actor: { name: string } }) => one.actor.name === to);
  const sent = await caseworker.does(`sendReferral { receipt ${receipt} outcome refused }`, {
    referralId,
    serviceId: chosen.offeredService.id,
    dataClasses: ['C1', 'C2'],
    decisionRecordIds: [decisionRecordId],
  });
  telling.saw(caseworker, 'what became of the offer', { outcome: sent.outcome, refused: sent.refused });
  await everybodyLooks(cast, telling, referralId);
  return referralId;
}

async function theShelterDecides(cast: Cast, telling: Telling, referralId: string): Promise<void> {
  const { secondShelter, outsider } = cast;
  telling.step('The shelter acknowledges, and reads what it needs to decide. Not the name: not yet.');
  await secondShelter.does(`acknowledgeReferral ${receipt}`, { referralId });
  await reads(secondShelter, telling, referralId, ['C2'], 'eligibility_decision');
  await reads(secondShelter, telling, referralId, ['C1'], 'service_delivery');

  telling.step('It accepts. Now it learns the name and the phone, on record.');
  await secondShelter.does(`acceptReferral ${receipt}`, { referralId });
  await reads(secondShelter, telling, referralId, ['C1'], 'service_delivery');
  await reads(outsider, telling, referralId, ['C1'], 'service_delivery');
  await everybodyLooks(cast, telling, referralId);
}

/** A spoken answer, typed in a day and a half later by the other side, and confirmed. */
async function answeredByPhone(cast: Cast, telling: Telling): Promise<string> {
  const { caseworker, interpreter } = cast;
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  telling.step('Two days ago an interpreter was asked and said yes on the phone. It is typed in now.');
  const need = { ...theNeed, service: 'SUP.INT', modality: 'remote' };
  const found = await caseworker.ask(views.candidates, { need });
  const [chosen] = found.data.candidates;
  const when = { channel: 'phone', occurredAt: hoursAgo(48) };
  const opened = await caseworker.does(`openHousehold { receipt ${receipt} memberIds }`, when);
  const householdId = opened.receipt.id;
  const sealed = await caseworker.does(`sealRecord { receipt ${receipt} recordId }`, {
    householdId,
    subjectId: householdId,
    decisionSet: { need: 'Переклад з румунської на одну розмову.' },
  });
  await caseworker.does(`recordAgreement { receipt ${receipt} agreementId }`, {
    householdId,
    principalIds: opened.memberIds,
    recipientIds: [chosen.actor.id],
    ...theAgreement(),
    ...when,
    validFrom: when.occurredAt,
  });
  const terms = { householdId, memberIds: opened.memberIds, ...need, urgency: 'normal' };
  const drafted = await caseworker.does(`draftReferral ${receipt}`, { ...terms, ...when });
  const referralId: string = drafted.id;
  await caseworker.does(`sendReferral { receipt ${receipt} outcome refused }`, {
    referralId,
    serviceId: chosen.offeredService.id,
    dataClasses: ['C2'],
    decisionRecordIds: [sealed.recordId],
    ...when,
  });
  await caseworker.does(`acceptReferral ${receipt}`, {
    referralId,
    channel: 'phone',
    occurredAt: hoursAgo(36),
  });
  await everybodyLooks(cast, telling, referralId);
  telling.step('The interpreting service sees what was typed in for it, and confirms.');
  await interpreter.does(`confirmAnswer ${receipt}`, { referralId });
  await everybodyLooks(cast, telling, referralId);
  return referralId;
}

async function sheWithdraws(cast: Cast, telling: Telling, householdId: string, referralId: string) {
  const { caseworker, secondShelter } = cast;
  telling.step('The mother takes her agreement back. From this answer on nobody reads anything of hers.');
  const withdraw = { householdId, channel: 'phone', key: crypto.randomUUID() };
  let informed = false;
  // The answer waits for them only so long; who sends the same again learns whether they know by then.
  for (let asked = 0; !informed && asked < 10; asked += 1)
    informed = (
      await caseworker.does(`withdrawAgreement { receipt ${receipt} recipientsInformed }`, withdraw)
    ).recipientsInformed;
  telling.saw(caseworker, 'whether all recipients know', informed);
  await reads(secondShelter, telling, referralId, ['C1'], 'service_delivery');
  await everybodyLooks(cast, telling, referralId);
}

async function reads(party: Party, telling: Telling, referralId: string, classes: string[], purpose: string) {
  const answer = await party.ask(views.disclose, {
    input: { key: crypto.randomUUID(), referralId, classes, purpose },
  });
  const records = answer.data?.discloseReferral?.records ?? answer.errors?.map((error) => error.extensions);
  telling.saw(party, `what ${classes.join(' and ')} opens`, records);
}

/** The same question by all of them: this referral, and what is in the inbox. */
async function everybodyLooks(cast: Cast, telling: Telling, id: string): Promise<void> {
  for (const party of Object.values(cast) as Party[]) {
    const answer = await party.ask(views.referral, { id });
    telling.saw(party, 'the referral', answer.errors ?? answer.data?.referral ?? null);
  }
}
