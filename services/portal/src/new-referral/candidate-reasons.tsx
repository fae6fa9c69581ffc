import { useWords } from '../words/use-words.js';
import type { Candidate } from './choices.js';
import type { Asked } from './draft.js';
import { cautionWords } from './reason-words.js';

/** Why this one could help, and what to know before it is asked. */
export function CandidateReasons(props: {
  readonly candidate: Candidate;
  /** Where an earlier referral of the same people was put to it. */
  readonly asked: Asked | undefined;
}) {
  const { candidate, asked } = props;
  const { t, label, list, moment } = useWords();
  const { capacity, languages } = candidate.offeredService;
  const speaks = languages.map((language) => label('personLanguages', language));
  return (
    <ul className="reasons">
      {asked?.became === 'declined' && (
        <li className="reason-caution">
          {asked.reason
            ? t('who.declined', { reason: label('declineReasons', asked.reason) })
            : t('who.declined.unsaid')}
        </li>
      )}
      {asked?.became === 'silent' && <li className="reason-caution">{t('who.silent')}</li>}
      {candidate.suggested && <li className="reason-for">{t('who.suggested')}</li>}
      {candidate.available !== null && candidate.available !== undefined && !capacity.stale && (
        <li>
          {t('who.places', { count: candidate.available })}
          {capacity.updatedAt && ` (${t('who.updated', { when: moment(capacity.updatedAt) })})`}
        </li>
      )}
      {speaks.length > 0 && <li>{t('who.languages', { languages: list(speaks) })}</li>}
      {candidate.cautions.map((caution) => (
        <li key={caution} className="reason-caution">
          {t(cautionWords(caution))}
        </li>
      ))}
    </ul>
  );
}
