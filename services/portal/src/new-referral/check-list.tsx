import { SummaryList, type SummaryRow } from '../ui/summary-list.js';
import { useWords } from '../words/use-words.js';
import { coveredUntil, type Draft, type Person, sharedClasses, urgencyOf } from './draft.js';
import { pathOf, type Step } from './steps.js';

/** A number is read in one piece. */
const unbroken = (phone: string) => phone.replaceAll(' ', '\u00a0');

/** The answers, each with the way back to it. */
export function CheckList({ draft }: { readonly draft: Draft }) {
  const { t, label, list, day } = useWords();
  const { need, chosen, people, words, answers, agreement, others, continued, reuse } = draft;
  const change = (step: Step) => ({ to: pathOf(step), label: t('check.change') });
  const urgency = urgencyOf(need);
  const covered = coveredUntil(draft);
  const about = ({ name, workingLabel, phone, safeTime, neverLeaveMessage, ageBand, sex }: Person) =>
    [
      name || workingLabel || t('people.unnamed'),
      unbroken(phone),
      safeTime,
      neverLeaveMessage && t('contact.message.never'),
      ageBand && label('ageBands', ageBand),
      sex && label('sexes', sex),
    ]
      .filter(Boolean)
      .join(', ');
  const rows: SummaryRow[] = [
    {
      name: t('check.service'),
      value: need.service && label('serviceCodes', need.service),
      change: change('need'),
    },
    {
      name: t('referral.oblast'),
      value: need.oblast && label('oblasts', need.oblast),
      change: change('need'),
    },
    { name: t('referral.urgency'), value: urgency && label('urgencies', urgency), change: change('need') },
    {
      name: t('referral.pathway'),
      value: need.pathway !== 'general' && label('pathways', need.pathway),
      ...(continued ? {} : { change: change('need') }),
    },
    { name: t('referral.recipient'), value: chosen?.name, change: change('who') },
    ...(continued
      ? [{ name: t('check.people'), value: t('check.continued', { reference: continued.reference }) }]
      : people.map((person, n) => ({
          name: people.length === 1 ? t('people.one') : t('person.numbered', { number: n + 1 }),
          value: about(person),
          change: change('people'),
        }))),
    { name: t('need.words'), value: reuse ? t('check.reuse') : words, change: change('questions') },
    ...(reuse ? [] : (chosen?.questions ?? [])).map((question) => ({
      name: label('intakeQuestions', question),
      value: label('intakeAnswers', answers[question] ?? 'unknown'),
      change: change('questions'),
    })),
    {
      name: t('check.shared'),
      value: sharedClasses(draft)
        .map((one) => t(`person.class.${one}`))
        .join('\n'),
    },
    {
      name: t('check.agreement'),
      value: covered
        ? t('check.covered', { until: day(covered) })
        : [
            agreement.form && label('agreementForms', agreement.form),
            t('agreement.days.count', { count: agreement.days }),
            others.length > 0 && t('check.others', { others: list(others.map(({ name }) => name)) }),
          ]
            .filter(Boolean)
            .join('; '),
      change: change('agreement'),
    },
  ];
  return <SummaryList rows={rows.map((row) => ({ ...row, value: row.value || undefined }))} />;
}
