/** A moment in time, as the network writes it: ISO 8601 with its offset, never guessed from anything looser. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** In resolvers a `Date`. The complaint about a bad value never repeats it. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment, as ISO 8601 text with seconds and offset: 2022-08-31T09:30:00Z.',
  serialize(value) {
    const date = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : undefined;
    if (date === undefined || Number.isNaN(date.getTime())) throw new TypeError('not a date');
    return date.toISOString();
  },
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});

function parse(value: unknown): Date {
  const date = typeof value === 'string' && FORM.test(value) ? new Date(value) : undefined;
  if (date === undefined || !isKept(date) || !isOnCalendar(value as string))
    throw new GraphQLError('DateTime is ISO 8601 text with an offset.');
  return date;
}

/** In UTC and with four digits of its year, as events and rows keep it: an offset can lead out of both ends. */
function isKept(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999;
}

/** The language's own parser turns the 31st of February into March. */
function isOnCalendar(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
}
