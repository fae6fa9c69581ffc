/** How a figure is told: to people in a line of words, to machines in a line of JSON. */
import type { Bench } from './bench.js';
import type { Figure, Reached, Spread } from './rounds.js';

export function inWords({ unit }: Bench, { name, rounds, noise, ratio, ...own }: Figure): string {
  const to = ratio
    ? `${spread(ratio)} × ${ratio.to}`
    : `the baseline; noise ${(noise * 100).toFixed(0)} % in ${rounds} rounds`;
  return `  ${name.padEnd(36)} ${`${spread(own)} ${unit}`.padEnd(38)} ${to}`;
}

export function inJson({ name: bench, unit }: Bench, { name, ...figure }: Figure): string {
  return json({ bench, figure: name, unit, ...figure });
}

export function goalInWords({ unit }: Bench, { of, to, atMost, met, ...own }: Reached): string {
  const [is, most] = to
    ? [`${spread(own)} × ${to}`, atMost]
    : [`${spread(own)} ${unit}`, `${atMost} ${unit}`];
  return `  ${met ? 'met' : 'MISSED'}: ${of} is ${is}, at most ${most}`;
}

export function goalInJson({ name: bench, unit }: Bench, goal: Reached): string {
  return json({ bench, goal: goal.of, ...(goal.to ? {} : { unit }), ...goal });
}

export function json(figure: object): string {
  const short = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value;
  return JSON.stringify(figure, short);
}

const spread = ({ median, min, max }: Spread) => `${brief(median)} (${brief(min)}–${brief(max)})`;

const brief = (value: number) => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);
