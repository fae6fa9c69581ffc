import { TextButton } from '../ui/button.js';
import { useWords } from '../words/use-words.js';
import type { Candidate } from './choices.js';
import { unsuitableWords } from './reason-words.js';

/** Who was not chosen, and why: whoever knows better can say so, and whoever does not learns the network. */
export function NotSuitable(props: {
  readonly candidates: readonly Candidate[];
  readonly onInclude: (actorId: string) => void;
}) {
  const { candidates, onInclude } = props;
  const { t } = useWords();
  if (candidates.length === 0) return null;
  return (
    <details className="details">
      <summary>{t('who.others', { count: candidates.length })}</summary>
      <ul className="unsuitable">
        {candidates.map(({ offeredService, actor, unsuitable }) => (
          <li key={offeredService.id}>
            <strong>{actor.name}</strong>
            <ul className="reasons">
              {unsuitable.map((code) => (
                <li key={code}>{t(unsuitableWords(code))}</li>
              ))}
            </ul>
            {unsuitable.includes('excluded') && (
              <TextButton about={actor.name} onPress={() => onInclude(actor.id)}>
                {t('who.include')}
              </TextButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
