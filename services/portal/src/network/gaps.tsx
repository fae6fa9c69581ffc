import { useWords } from '../words/use-words.js';
import type { GapsOfService } from './covered.js';

const why = [
  ['nobody', 'network.gaps.nobody'],
  ['full', 'network.gaps.full'],
  ['unknown', 'network.gaps.unknown'],
] as const;

/** Where a service cannot be had now, the most widely missing first. */
export function Gaps({ gaps }: { readonly gaps: readonly GapsOfService[] }) {
  const { t, label, list } = useWords();
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{t('network.gaps')}</h2>
      {gaps.length === 0 && <p>{t('network.gaps.none')}</p>}
      <div className="gaps">
        {gaps.map(({ service, oblasts, count }) => (
          <details key={service} className="more">
            <summary>
              {label('serviceCodes', service)}{' '}
              <span className="legend-count">{t('network.oblasts', { count })}</span>
            </summary>
            {why.map(
              ([level, words]) =>
                oblasts[level].length > 0 && (
                  <p key={level}>
                    {t(words, { oblasts: list(oblasts[level].map((code) => label('oblasts', code))) })}
                  </p>
                ),
            )}
          </details>
        ))}
      </div>
    </section>
  );
}
