/** A household with something written in every class, agreed to be shared with one recipient. */
import type { Viewer } from '@stezhka/auth';
import type { RecordContent } from '@stezhka/consent';
import type { Pathway } from '@stezhka/vocabulary';
import type { TemporaryNetwork } from '../support/temporary-network.js';
import type { Cast } from './scenario.actors.js';
import { hoursAgo, routes } from './scenario.routes.js';

export interface WrittenHousehold {
  readonly id: string;
  readonly memberIds: readonly string[];
  readonly decisionRecordId: string;
  readonly recordIds: readonly string[];
  readonly agreementId: string;
  /** Stands in everything that is written of it, so that it can be looked for. */
  readonly canary: string;
}

const contents = (canary: string): RecordContent[] => [
  {
    dataClass: 'C1',
    content: {
      ...{ name: `Ім’я ${canary}`, workingLabel: `Мітка ${canary}`, phone: `+380 ${canary}` },
      ...{ safeTime: `зранку ${canary}`, safeChannel: `сигнал ${canary}` },
      ...{ neverLeaveMessage: true, language: 'uk' },
    },
  },
  {
    dataClass: 'C2',
    content: {
      need: `Потреба ${canary}`,
      answers: [{ question: 'pets', answer: 'no' }],
      householdComposition: [{ ageBand: 'age_25_59', sex: 'female' }],
    },
  },
  {
    dataClass: 'C3',
    content: { incidentType: `Подія ${canary}`, risks: `Ризик ${canary}`, history: `Історія ${canary}` },
  },
  {
    dataClass: 'C4',
    content: { documents: `Папери ${canary}`, health: `Стан ${canary}`, perpetrator: `Особа ${canary}` },
  },
];

export async function openHousehold(
  { consent }: TemporaryNetwork,
  { staff, actors }: Cast,
  pathway: Pathway,
  name: string,
  by: Viewer = staff.sender,
): Promise<WrittenHousehold> {
  const { commands } = consent;
  const key = (act: string) => `${pathway}-${name}-${act}`;
  const now = new Date();
  const entered = { occurredAt: hoursAgo(240), channel: 'import' } as const;
  const { id, memberIds } = await commands.openHousehold(
    by,
    { key: key('open-household'), pathway, memberCount: 2, ...entered },
    now,
  );
  const canary = `канарка-${key('x')}`;
  const recordIds: string[] = [];
  for (const record of contents(canary)) {
    const subjectId = record.dataClass === 'C2' ? id : memberIds[0]!;
    const sealing = { key: key(`seal-${record.dataClass}`), householdId: id, subjectId, record };
    recordIds.push((await commands.sealRecord(by, sealing, now)).recordId);
  }
  const { agreementId } = await commands.recordAgreement(
    by,
    {
      ...{ key: key('agreement'), householdId: id, principalIds: [...memberIds] },
      recipientIds: [actors[routes[pathway].recipient]],
      purposes: ['eligibility_decision', 'service_delivery'],
      dataClasses: ['C0', 'C1', 'C2', 'C3', 'C4'],
      ...{ validFrom: entered.occurredAt, validUntil: '2090-01-01T00:00:00.000Z' },
      ...{ form: 'oral_witnessed', witnessed: true, lawfulBasis: 'consent' },
      ...{ noticeVersion: 1, noticeLanguage: 'uk', jurisdiction: 'UA' },
      ...{ storage: 'sealed_vault', retentionDays: 90, ...entered },
    },
    now,
  );
  return { id, memberIds, decisionRecordId: recordIds[1]!, recordIds, agreementId, canary };
}
