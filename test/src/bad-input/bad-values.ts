/** Values that a type must refuse, each with the canary in it where a value can carry one. */
import {
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { canary } from './fit-to-send.js';

export interface BadValue {
  readonly what: string;
  readonly value: unknown;
  /** What must be said of it; any code if absent. */
  readonly code?: 'UNKNOWN_CODE';
}

const bad = (what: string, value: unknown): BadValue => ({ what, value });
const nul = `${canary}\0${canary}`;
const halfPair = `${canary}\ud83d`;

const notText: readonly BadValue[] = [
  bad('an object', { [canary]: canary }),
  bad('a list of lists', [[canary]]),
  bad('a truth', true),
];
const notStorable: readonly BadValue[] = [
  bad('a text with NUL', nul),
  bad('half a pair', halfPair),
  bad('a text without end', canary.repeat(1_500)),
];

const byScalar: Readonly<Record<string, readonly BadValue[]>> = {
  ID: [
    ...notText,
    ...notStorable,
    bad('a name', `${canary} ${canary}`),
    bad('a path', `../${canary}`),
    bad('a prototype', '__proto__'),
    bad('nothing', ''),
    bad('too long an id', canary.repeat(7)),
    bad('a broken number', 1.5),
  ],
  String: [...notText, ...notStorable, bad('a number', 7)],
  Int: [
    ...notText,
    bad('words', canary),
    bad('a number in words', '7'),
    bad('half', 1.5),
    bad('below all', -1),
    bad('a large number', 2 ** 31),
    bad('a very large number', 1e300),
  ],
  Boolean: [...notText.slice(0, 2), bad('words', canary), bad('a number', 1)],
  DateTime: [
    ...notText,
    bad('words', canary),
    bad('nothing', ''),
    bad('a number', 1_700_000_000),
    bad('no day of the calendar', '2024-02-31T09:00:00Z'),
    bad('a day', '2024-02-01'),
    bad('no offset', '2024-02-01T09:00:00'),
    bad('a day and words', `2024-02-01T09:00:00Z ${canary}`),
    bad('a year of six digits', '+275760-09-13T00:00:00Z'),
    bad('a moment before all years', '0001-01-01T00:00:00+14:00'),
    bad('a moment after all years', '9999-12-31T23:59:59-14:00'),
  ],
};

/** Of a code list: whatever is no code is an unknown one. */
const noCodes: readonly BadValue[] = [
  ...notText.slice(0, 2),
  bad('words', canary),
  bad('nothing', ''),
  bad('a prototype', '__proto__'),
  bad('a method', 'constructor'),
  bad('a number', 7),
  ...notStorable,
].map((value) => ({ ...value, code: 'UNKNOWN_CODE' }));

export function badValuesOf(type: GraphQLInputType): readonly BadValue[] {
  if (isNonNullType(type)) return [bad('null', null), ...badValuesOf(type.ofType)];
  const inner: GraphQLInputType = getNullableType(type);
  if (isListType(inner)) {
    const items = badValuesOf(inner.ofType).map(({ what, value, ...rest }) => ({
      what: `a list with ${what}`,
      value: [value],
      ...rest,
    }));
    return [bad('a list without end', Array(1_001).fill(canary)), ...items];
  }
  if (isInputObjectType(inner))
    return [bad('words', canary), bad('a list', [canary]), bad('unknown fields', { [canary]: canary })];
  return byScalar[inner.name] ?? noCodes;
}
