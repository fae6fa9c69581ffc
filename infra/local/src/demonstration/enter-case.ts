/** One household of the demonstration and its referral, as its caseworker and the recipient would have typed it. */
import type { Viewer } from '@stezhka/auth';
import type { Network } from '../network.js';
import type { DemonstrationCase } from './cases.js';
import type { EnteredService } from './enter-actor.js';
import type { Member } from './enter-staff.js';

interface Entered {
  readonly members: ReadonlyMap<string, Member>;
  readonly services: ReadonlyMap<string, EnteredService>;
}

const HOUR = 3_600_000;

export async function enterCase(network: Network, one: DemonstrationCase, entered: Entered): Promise<void> {
  const by = entered.members.get(one.by)!.viewer;
  const answeredBy = entered.members.get(one.answeredBy)!.viewer;
  const to = entered.services.get(`${one.to.actor}/${one.to.service}`)!;
  const since = (hours: number) => ({
    occurredAt: new Date(network.foundedAt.getTime() - (one.daysAgo * 24 - hours) * HOUR).toISOString(),
    channel: 'import' as const,
  });
  const key = (act: string) => `demo-${one.key}-${act}`;
  const household = await enterHousehold(network, one, by, to, since(0), key);

  const { commands } = network.referrals;
  const now = new Date();
  const { id: referralId } = await commands.draft(
    by,
    {
      type: 'DraftReferral',
      ...household.referred,
      service: one.service,
      oblast: one.oblast,
      urgency: one.urgency,
      pathway: one.pathway,
      modality: 'either',
      ageBands: [],
      sexes: [],
      excludedActorIds: [],
      ...since(1),
    },
    { key: key('draft'), now },
  );
  const { decisionRecordIds } = household;
  const { serviceId } = to;
  await commands.send(
    by,
    referralId,
    { type: 'SendReferral', serviceId, dataClasses: ['C1', 'C2'], decisionRecordIds, ...since(1) },
    { key: key('send'), now },
  );
  for (const [n, act] of one.followed.entries())
    await commands.act(answeredBy, referralId, answers(act, since(2 + n)), {
      key: key(act),
      now: new Date(),
    });
}

type Act = { readonly occurredAt: string; readonly channel: 'import' };

function answers(act: DemonstrationCase['followed'][number], when: Act) {
  switch (act) {
    case 'acknowledge':
      return { type: 'AcknowledgeReferral', ...when } as const;
    case 'accept':
      return { type: 'AcceptReferral', ...when } as const;
    case 'start':
      return { type: 'StartReferral', ...when } as const;
    case 'decline':
      return { type: 'DeclineReferral', reason: 'not_eligible', ...when } as const;
  }
}

async function enterHousehold(
  { consent, foundedAt }: Network,
  one: DemonstrationCase,
  by: Viewer,
  to: EnteredService,
  when: Act,
  key: (act: string) => string,
) {
  const now = new Date();
  const { commands } = consent;
  const { id: householdId, memberIds } = await commands.openHousehold(
    by,
    { key: key('household'), pathway: one.pathway, memberCount: one.members.length, ...when },
    now,
  );
  for (const [n, content] of one.members.entries())
    await commands.sealRecord(
      by,
      {
        key: key(`contact-${n}`),
        householdId,
        subjectId: memberIds[n]!,
        record: { dataClass: 'C1', content },
      },
      now,
    );
  const decision = await commands.sealRecord(
    by,
    {
      key: key('decision-set'),
      householdId,
      subjectId: householdId,
      record: { dataClass: 'C2', content: { need: one.need, answers: one.answers as never } },
    },
    now,
  );
  await commands.recordAgreement(
    by,
    {
      key: key('agreement'),
      householdId,
      principalIds: [...memberIds],
      recipientIds: [to.actorId],
      purposes: ['eligibility_decision', 'service_delivery'],
      dataClasses: ['C0', 'C1', 'C2'],
      validFrom: when.occurredAt,
      validUntil: new Date(foundedAt.getTime() + 365 * 24 * HOUR).toISOString(),
      form: 'oral_witnessed',
      witnessed: true,
      lawfulBasis: 'consent',
      noticeVersion: 1,
      noticeLanguage: 'uk',
      jurisdiction: 'UA',
      storage: 'sealed_vault',
      retentionDays: 90,
      ...when,
    },
    now,
  );
  return { referred: { householdId, memberIds }, decisionRecordIds: [decision.recordId] };
}
