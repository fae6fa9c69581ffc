import { useWords } from '../words/use-words.js';
import { type Draft, sharedClasses } from './draft.js';

const DAY_MS = 86_400_000;

/** What is read to her before she says yes. It speaks to her, and leaves nothing out. */
export function ReadAloud({ draft }: { readonly draft: Draft }) {
  const { t, day, list } = useWords();
  const { chosen, others, agreement } = draft;
  const until = day(new Date(Date.now() + agreement.days * DAY_MS).toISOString());
  const actor = chosen?.name ?? '';
  return (
    <section className="read-aloud" aria-labelledby="read-aloud">
      <h2 id="read-aloud">{t('aloud.title')}</h2>
      <p>{t('aloud.ask', { actor })}</p>
      <ul>
        {sharedClasses(draft).map((dataClass) => (
          <li key={dataClass}>{t(`aloud.class.${dataClass}`)}</li>
        ))}
      </ul>
      <p>{t('aloud.when')}</p>
      {others.length > 0 && (
        <p>{t('aloud.others', { actor, others: list(others.map(({ name }) => name)) })}</p>
      )}
      <p>{t('aloud.until', { until })}</p>
      <p>{t('aloud.withdraw')}</p>
      <p>{t('aloud.question')}</p>
    </section>
  );
}
