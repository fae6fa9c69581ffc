/**
 * What a log line may carry. A list of what is forbidden is always one field short, so the list names what is
 * allowed: a key that is not here, or whose value has another shape than the key's, never reaches the log.
 */

type Shape = (value: unknown) => string | number | boolean | undefined;

const matching =
  (pattern: RegExp, longest: number): Shape =>
  (value) =>
    typeof value === 'string' && value.length <= longest && pattern.test(value) ? value : undefined;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A word of the program's own: `NO_CAPACITY`, `caught_up`, `referrals.inbox`. A capitalised name is none. */
const code = matching(
  /^(?!.*[0-9]{5})(?:[a-z][a-z0-9]*(?:[._:-][a-z0-9]+)*|[A-Z][A-Z0-9]*(?:[._:-][A-Z0-9]+)*)$/,
  64,
);
/** A stored event name with its version. */
const eventType = matching(/^[A-Z][A-Za-z0-9]+\.v[0-9]+$/, 80);
/** A command's name, verb and noun: `acceptReferral`. */
const commandName = matching(/^[A-Za-z][a-z]+(?:[A-Z][a-z]+)+$/, 64);
/** A place in the GraphQL schema. */
const coordinate = matching(/^[A-Z]\w*\.[a-z_]\w*$/, 120);
/**
 * A random or derived id, with or without the kind before it: a UUID, hexadecimal, or twenty mixed characters.
 * No run of digits that could be dialled, no separators that could join a name.
 */
const opaque = `${uuid}|(?=.*[a-f])[0-9a-f]{16,64}|(?=.*[0-9])(?=.*[a-z])(?!.*[0-9]{7})[A-Za-z0-9]{20,64}`;
const id = matching(new RegExp(`^(?:[a-z]+[-_:]){0,3}(?:${opaque})$`), 100);
/** An organisation's id: organisations are public, so theirs may be readable. */
const actor = matching(
  new RegExp(`^(?:(?!.*[0-9]{5})[a-z][a-z0-9]*(?:-[a-z0-9]+)*|(?:actor-)?(?:${opaque}))$`),
  100,
);
/** Below any telephone number with its country. */
const number: Shape = (value) => (typeof value === 'number' && Math.abs(value) < 1e9 ? value : undefined);
const flag: Shape = (value) => (typeof value === 'boolean' ? value : undefined);
/** A place in the store or in a stream. */
const place: Shape = (value) => (typeof value === 'bigint' ? String(value) : number(value));

const shapes = {
  code,
  reason: code,
  state: code,
  component: code,
  command: commandName,
  projection: code,
  workflow: code,
  step: code,
  signal: code,
  table: code,
  database: code,
  migration: code,
  contributor: code,
  eventType,
  field: coordinate,
  requestId: id,
  traceId: id,
  commandId: id,
  eventId: id,
  stream: id,
  referralId: id,
  offerId: id,
  staffId: id,
  actorId: actor,
  position: place,
  revision: place,
  attempt: number,
  count: number,
  durationMs: number,
  lagMs: number,
  exitCode: number,
  pid: number,
  port: number,
  size: number,
  status: number,
  ready: flag,
  retried: flag,
  stale: flag,
} satisfies Record<string, Shape>;

type FieldName = keyof typeof shapes;
type Emitted = Record<string, string | number | boolean | readonly string[]>;

/** What a caller may hand to the log. `error` is reduced to its class and code. */
export type LogFields = {
  readonly [Name in FieldName]?: string | number | bigint | boolean | undefined;
} & {
  readonly error?: unknown;
};

/**
 * The part of `fields` that may be written. `withheld` lists known keys whose value had a wrong shape, `dropped`
 * counts unknown keys: enough to find the fault, nothing of its content.
 */
export function allowedFields(fields: Readonly<Record<string, unknown>>): Emitted {
  const emitted: Emitted = {};
  const withheld: string[] = [];
  let dropped = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || name === 'error') continue;
    if (!Object.hasOwn(shapes, name)) {
      dropped += 1;
      continue;
    }
    const allowed = shapes[name as FieldName](value);
    if (allowed === undefined) withheld.push(name);
    else emitted[name] = allowed;
  }
  if (withheld.length > 0) emitted.withheld = withheld;
  if (dropped > 0) emitted.dropped = dropped;
  return emitted;
}

/** The shape of an event code: `projection.parked`, `referrals.command.refused`. */
export function isEventCode(value: unknown): value is string {
  return typeof value === 'string' && value.includes('.') && code(value) !== undefined;
}
