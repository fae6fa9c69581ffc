/** How a figure is told: to people in a line of words, to machines in a line of JSON. */
import type { Bench } from './bench.js';
import type { Figure, Spread } from './rounds.js';

export function inWords({ unit }: Bench, { name, rounds, noise, ratio, ...own }: Figure): string {
  const spread = ({ median, min, max }: Spread, digits: number) =>
    `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
  const to = ratio
    ? `${spread(ratio, 2)} × ${ratio.to}`
    : `the baseline; noise ${(noise * 100).toFixed(0)} % in ${rounds} rounds`;
  return `  ${name.padEnd(28)} ${`${spread(own, 0)} ${unit}`.padEnd(26)} ${to}`;
}

export function inJson({ name: bench, unit }: Bench, { name, ...figure }: Figure): string {
  const short = (_: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  return JSON.stringify({ bench, figure: name, unit, ...figure }, short);
}
