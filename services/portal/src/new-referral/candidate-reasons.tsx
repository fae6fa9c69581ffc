import { useWords } from '../words/use-words.js';
import { cautionWords } from './reason-words.js';
import type { Candidate } from './step-who.js';

/** Why this one could help, and what to know before it is asked. */
export function CandidateReasons({ candidate }: { readonly candidate: Candidate }) {
  const { t, label, list, moment } = useWords();
  const { capacity, languages } = candidate.offeredService;
  const speaks = languages.map((language) => label('personLanguages', language));
  return (
    <ul className="reasons">
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
