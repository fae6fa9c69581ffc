/** Anything that JSON can say in an input's place, and what only looks right. */
import fc from 'fast-check';
import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type MutationField, mutations } from '../every-mutation/documents.js';
import { type Path, put } from './bad-inputs.js';
import { canary } from './fit-to-send.js';

export const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => canary + text),
  fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text + canary),
  fc
    .constantFrom('\0', '\ud800', '\u202e', '%00', "' or 1=1 --", '$(ls)', '{{7*7}}', '../../etc', '\\')
    .map((text) => `${canary}${text}`),
);

/** Of many lists: some are right anywhere, none is right everywhere. */
export const codes = fc.constantFrom(
  ...[
    'general',
    'gbv',
    'SHL.TRANSIT',
    'CM.GEN',
    'UA-46',
    'UA-63',
    'C0',
    'C1',
    'C2',
    'C4',
    'uk',
    'en',
    'UA',
    'EU',
  ],
  ...[
    'supervisor',
    'intake_officer',
    'closed',
    'partial',
    'home',
    'evacuated',
    'open',
    'none',
    'urgent',
    'remote',
  ],
  ...['no_capacity', 'other', 'need_met', 'consent_withdrawn', 'service_delivery', 'eligibility_decision'],
  ...['not_provided', 'capacity', 'no-capacity', 'medical', 'written', 'age_25_59', 'female', 'sealed_vault'],
);

/** The edges of the calendar, and of what a clock and an offset can say. */
export const moments = fc.oneof(
  fc.constantFrom(
    '0000-01-01T00:00:00Z',
    '0000-01-01T00:00:00+14:00',
    '0001-01-01T00:00:00Z',
    '1582-10-10T00:00:00Z',
    '1969-12-31T23:59:59.999Z',
    '2016-12-31T23:59:60Z',
    '2024-02-29T24:00:00Z',
    '2024-03-31T01:30:00.123456789+02:00',
    '2024-01-01T00:00:00+99:99',
    '9999-12-31T23:59:59-14:00',
    '9999-12-31T23:59:59.999Z',
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

const numbers = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-1, 0, 1, 20, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308),
);

export const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(words, codes, fc.uuid(), moments, numbers, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom('__proto__', 'constructor', 'key', 'length'), words),
      tie('value'),
      {
        maxKeys: 3,
      },
    ),
  ),
}));

const byScalar: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  DateTime: moments,
  Int: fc.oneof(fc.integer({ min: 0, max: 100 }), numbers),
  String: words,
  Boolean: fc.boolean(),
  ID: fc.oneof(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:~-]{0,70}$/), fc.stringMatching(/^[a-z2-7]{26}$/)),
  Channel: fc.constantFrom('portal', 'phone', 'paper', 'in_person', 'api'),
};

/** What may well be right for a type: other codes, other moments, other ids; or nothing. */
function plausible(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return plausible(type.ofType);
  if (isListType(type)) return fc.array(plausible(type.ofType), { maxLength: 3 });
  return fc.option(byScalar[getNamedType(type).name] ?? codes, { nil: null, freq: 4 });
}

interface Place {
  readonly path: Path;
  readonly value: fc.Arbitrary<unknown>;
}

/** The places of an input, and one in it that the schema does not know. */
function placesIn(type: MutationField['input'], above: Path = []): Place[] {
  const fields = Object.values(type.getFields()).flatMap((field): Place[] => {
    const path = [...above, field.name];
    const named = getNamedType(field.type);
    if (isInputObjectType(named) && !isListType(getNullableType(field.type)))
      return [{ path, value: anything }, ...placesIn(named, path)];
    const value = fc.oneof({ arbitrary: plausible(field.type), weight: 3 }, anything);
    return [{ path, value }];
  });
  return [...fields, { path: [...above, canary], value: anything }];
}

export interface Garbage {
  readonly mutation: string;
  /** One place to three of them, and what is put there; nothing where the place is to be empty. */
  readonly edits: readonly (readonly [Path, unknown])[];
  /** Which of the ways in. */
  readonly way: number;
}

export const garbage: fc.Arbitrary<Garbage> = fc.oneof(
  ...mutations.map(({ name, input }) => {
    const places = placesIn(input).map(({ path, value }) =>
      fc.tuple(fc.constant(path), fc.option(value, { nil: undefined, freq: 8 })),
    );
    return fc.record({
      mutation: fc.constant(name),
      edits: fc.array(fc.oneof(...places), { minLength: 1, maxLength: 3, size: 'small' }),
      way: fc.nat(2),
    });
  }),
);

export function spoil(input: object, edits: Garbage['edits']): object {
  return edits.reduce((spoiled, [path, value]) => put(path, value)(spoiled), input);
}
