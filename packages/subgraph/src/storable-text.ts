/** What a text must be to pass through everything below: GraphQL takes any, PostgreSQL and stream names do not. */

/** Characters in one text. */
const LONGEST_TEXT = 20_000;

/** The form of every id in the network: it becomes part of a stream's name. */
export function isId(value: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._:~-]{0,99}$/.test(value);
}

/** No NUL, no half of a surrogate pair, not endless. */
export function isText(value: string): boolean {
  return value.length <= LONGEST_TEXT && !/\0|\p{Surrogate}/u.test(value);
}
