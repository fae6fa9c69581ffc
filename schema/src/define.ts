/**
 * How an event is written down: its name with a version, what each field means, and one golden example. From this
 * the JSON Schema in `schema/events` is generated, and the type of its data.
 *
 * There is no way to say "any text" here. An event may hold codes, numbers, dates and ids; text only where an
 * organisation publishes it about itself. What a person said or is called lives sealed in the consent service.
 */
import { type Static, type TSchema, Type } from '@sinclair/typebox';

/** An identifier made by the network: lower-case base32 or a UUID, never a name. */
export const id = (description: string) =>
  Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,63}$', description, format: 'id' });

/** A moment, ISO 8601 in UTC with milliseconds. */
export const moment = (description: string) => Type.String({ format: 'date-time', description });

/** One code of a list. */
export const code = <Code extends string>(codes: readonly Code[], description: string) =>
  Type.Unsafe<Code>({ type: 'string', enum: [...codes], description });

/** A whole number from 0. */
export const count = (description: string) =>
  Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description });

/** Yes or no. */
export const flag = (description: string) => Type.Boolean({ description });

/** A reference that people read to each other: upper-case base32 with a check character. */
export const reference = (description: string) =>
  Type.String({ pattern: '^ST-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]$', description, format: 'reference' });

/** A fingerprint of ciphertext, base64url. */
export const digest = (description: string) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description, format: 'digest' });

/** An identifier that a standard outside the network gives: an issuer's URL, a subject. */
export const externalId = (description: string) =>
  Type.String({ pattern: '^[!-~]{1,255}$', description, format: 'external-id' });

/** Text that an organisation publishes about itself. Registry alone may use it. */
export const publicText = (description: string) =>
  Type.String({ minLength: 1, maxLength: 500, description, public: true });

/** Any number of these. */
export const list = <Item extends TSchema>(item: Item, description: string) =>
  Type.Array(item, { description, maxItems: 500 });

/** Present only where it is known. */
export const optional = <Field extends TSchema>(field: Field) => Type.Optional(field);

/** Fields that belong together. */
export const fields = <Fields extends Record<string, TSchema>>(of: Fields, description?: string) =>
  Type.Object(of, { additionalProperties: false, ...(description ? { description } : {}) });

/** One version of one event, for ever. */
export interface EventDefinition<Data extends TSchema = TSchema> {
  readonly description: string;
  /** May be subscribed to from outside its service. */
  readonly published: boolean;
  readonly data: Data;
  /** A golden example: it must read the same in every later version of the software. */
  readonly example: Static<Data>;
}

export function event<Fields extends Record<string, TSchema>>(definition: {
  readonly description: string;
  readonly published?: boolean;
  readonly data: Fields;
  readonly example: Static<ReturnType<typeof fields<Fields>>>;
}): EventDefinition<ReturnType<typeof fields<Fields>>> {
  const { published = true, data, ...rest } = definition;
  return { ...rest, published, data: fields(data) } as EventDefinition<ReturnType<typeof fields<Fields>>>;
}

/** The events of one aggregate, by stored type. */
export type EventFamily = Readonly<Record<string, EventDefinition>>;

/** The union of a family's events, as deciders and projections take them. */
export type EventsOf<Family extends EventFamily> = {
  [Type in keyof Family & string]: Family[Type] extends EventDefinition<infer Data>
    ? { readonly type: Type; readonly data: Static<Data> }
    : never;
}[keyof Family & string];
