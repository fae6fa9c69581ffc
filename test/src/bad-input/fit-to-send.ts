/** What every answer must be, whatever was asked: coded, saying what is possible, repeating and betraying nothing. */
import { refusalCodes } from '@stezhka/vocabulary';
import type { Answer } from './ways.js';

/** Stands in every bad value: whatever comes back with it in it was repeated. */
export const canary = 'Kanarka7Znajdena';

const codes: readonly string[] = [
  ...refusalCodes.codes.filter((code) => code !== 'UNAVAILABLE'),
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
];

/** What tells of the program, not of the request. */
const innards = [
  /\bat [\w.<> ]+ \(?[\w:/.]+:\d+:\d+/,
  /\.(?:ts|js|mjs):\d+/,
  /node_modules|node:internal/,
  /\/(?:tmp|home|root|usr|var|opt|proc)\//,
  /\b(?:select|insert into|update|delete from)\b.+\b(?:from|values|set|where)\b/i,
  /\brelation "|\bcolumn "|\bviolates\b|\bsyntax error at\b|\binput syntax\b/i,
  /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|PostgresError|GraphQLError)\b/,
  /\bECONN|\bgRPC\b|\bUNKNOWN:/,
];

/** Everything that is wrong with an answer, in words; nothing if it may be sent. */
export function faultsIn({ status, text, errors = [] }: Answer): string[] {
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(text.toLowerCase().includes(canary.toLowerCase()) ? ['repeats what was sent'] : []),
    ...innards.filter((inner) => inner.test(text)).map((inner) => `betrays ${inner.source}`),
    ...errors.flatMap(({ message, extensions }) => [
      ...(codes.includes(extensions?.code) ? [] : [`code ${extensions?.code}`]),
      ...(Array.isArray(extensions?.possible) ? [] : ['does not say what is possible']),
      ...(message ? [] : ['no message']),
    ]),
  ];
}

/** The codes that a request was refused with; none if it was not refused, or not altogether. */
export function refusedWith({ data, errors = [] }: Answer): readonly string[] {
  const nothing = data == null || Object.values(data).every((field) => field === null);
  return nothing ? errors.map(({ extensions }) => extensions.code) : [];
}

export function possibleIn({ errors = [] }: Answer): readonly string[] {
  return errors.flatMap(({ extensions }) => extensions.possible ?? []);
}
