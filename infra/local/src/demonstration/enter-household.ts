/** The people of one case: whom to call, what is needed, and what they agreed to. */
import type { Composed } from '../composed.js';
import type { CaseAtWork } from './enter-case.js';

const DAY = 86_400_000;

export async function enterHousehold({ consent, foundedAt }: Composed, at: CaseAtWork) {
  const { one, by, key } = at;
  const now = new Date();
  const when = at.since(0);
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
  const householdComposition = one.composition ? { householdComposition: one.composition } : {};
  const content = { need: one.need, answers: one.answers as never, ...householdComposition };
  const decision = await commands.sealRecord(
    by,
    { key: key('decision-set'), householdId, subjectId: householdId, record: { dataClass: 'C2', content } },
    now,
  );
  await commands.recordAgreement(
    by,
    {
      key: key('agreement'),
      householdId,
      principalIds: [...memberIds],
      recipientIds: [at.agreedTo],
      purposes: ['eligibility_decision', 'service_delivery'],
      dataClasses: ['C0', 'C1', 'C2'],
      validFrom: when.occurredAt,
      validUntil: new Date(foundedAt.getTime() + 365 * DAY).toISOString(),
      form: one.form ?? 'oral_witnessed',
      witnessed: (one.form ?? 'oral_witnessed') === 'oral_witnessed',
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
  return { householdId, memberIds, decisionRecordIds: [decision.recordId] };
}
