import { useWords } from '../words/use-words.js';
import type { Level } from './covered.js';

/** A level as a mark; what it means is heard, and read in the legend. */
export function LevelMark({ level, count }: { readonly level: Level; readonly count?: number }) {
  return (
    <span className={`level level-${level}`} aria-hidden="true">
      {marks[level] ?? count ?? ''}
    </span>
  );
}

const marks: Readonly<Record<Level, string | undefined>> = {
  open: undefined,
  unknown: '?',
  full: '0',
  nobody: '×',
};

/** A level in words, with its mark before them. */
export function LevelWords({ level }: { readonly level: Level }) {
  const { t } = useWords();
  return (
    <span className="level-words">
      <LevelMark level={level} />
      {t(levelNames[level])}
    </span>
  );
}

export const levelNames: Readonly<Record<Level, string>> = {
  open: 'network.level.open',
  unknown: 'network.level.unknown',
  full: 'network.level.full',
  nobody: 'network.level.nobody',
};
