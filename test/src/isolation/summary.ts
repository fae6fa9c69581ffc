/** What went wrong, in lines that say it: which field, by which way, for whom, of what. */
import type { Findings } from './judge.js';

const MOST_LINES = 40;

export function summary({ wrong }: Findings): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const { coordinate, way, viewer, subject, expected, came } of wrong) {
    const line = `${coordinate} by ${way}: ${brief(came)} instead of ${brief(expected)}`;
    lines.set(line, [...(lines.get(line) ?? []), `${viewer} of ${subject}`]);
  }
  return [...lines]
    .slice(0, MOST_LINES)
    .map(([line, who]) => `${line} (${who.length}: ${who.slice(0, 3).join('; ')})`);
}

const brief = (text: string) => (text.length > 160 ? `${text.slice(0, 160)} …` : text);
