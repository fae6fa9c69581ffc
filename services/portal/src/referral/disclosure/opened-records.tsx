import type { OpenedFragment } from '../../graph/generated/graphql.js';
import { SummaryList, type SummaryRow } from '../../ui/summary-list.js';
import { useWords, type Words } from '../../words/use-words.js';
import { Phone } from '../emergency-call.js';

/** What was opened, person by person. A part that nobody knows is left out. */
export function OpenedRecords({ records }: { readonly records: readonly OpenedFragment[] }) {
  const words = useWords();
  if (records.length === 0) return <p>{words.t('person.empty')}</p>;
  const inOrder = [...records].sort((a, b) => a.dataClass.localeCompare(b.dataClass));
  const contacts = records.filter(({ dataClass }) => dataClass === 'C1').length;
  let person = 0;
  return inOrder.map((record) => {
    const numbered = record.dataClass === 'C1' && contacts > 1;
    if (numbered) person += 1;
    return (
      <div key={record.recordId} className="opened">
        <h3>
          {numbered
            ? words.t('person.numbered', { number: person })
            : words.t(`person.class.${record.dataClass}`)}
        </h3>
        <SummaryList rows={rowsOf(record, words)} />
      </div>
    );
  });
}

function rowsOf({ contact, decisionSet, protection, special }: OpenedFragment, words: Words): SummaryRow[] {
  const { t, label } = words;
  const shapes = decisionSet?.householdComposition ?? [];
  return [
    { name: t('contact.name'), value: contact?.name },
    { name: t('contact.workingLabel'), value: contact?.workingLabel },
    { name: t('contact.phone'), value: contact?.phone && <Phone number={contact.phone} /> },
    { name: t('contact.safeTime'), value: contact?.safeTime },
    { name: t('contact.safeChannel'), value: contact?.safeChannel },
    {
      name: t('contact.message'),
      value: contact?.neverLeaveMessage && <strong>{t('contact.message.never')}</strong>,
    },
    { name: t('contact.language'), value: contact?.language && label('personLanguages', contact.language) },
    { name: t('need.words'), value: decisionSet?.need },
    ...shapes.map(({ ageBand, sex }, n) => ({
      name: t('person.numbered', { number: n + 1 }),
      value: [ageBand && label('ageBands', ageBand), sex && label('sexes', sex)].filter(Boolean).join(', '),
    })),
    ...(decisionSet?.answers ?? []).map(({ question, answer }) => ({
      name: label('intakeQuestions', question),
      value: label('intakeAnswers', answer),
    })),
    { name: t('protection.incident'), value: protection?.incidentType },
    { name: t('protection.risks'), value: protection?.risks },
    { name: t('protection.history'), value: protection?.history },
    { name: t('special.documents'), value: special?.documents },
    { name: t('special.health'), value: special?.health },
    { name: t('special.perpetrator'), value: special?.perpetrator },
  ];
}
