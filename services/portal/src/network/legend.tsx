import { useWords } from '../words/use-words.js';
import { type Cell, levelOf, levels } from './covered.js';
import { LevelWords } from './level-mark.js';

/** What the marks mean, and how many oblasts have each. */
export function Legend({ cells }: { readonly cells: readonly Cell[] }) {
  const { t } = useWords();
  return (
    <ul className="legend">
      {levels.map((level) => (
        <li key={level}>
          <LevelWords level={level} />{' '}
          <span className="legend-count">
            {t('network.oblasts', { count: cells.filter((cell) => levelOf(cell) === level).length })}
          </span>
        </li>
      ))}
    </ul>
  );
}
