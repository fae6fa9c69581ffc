/** One way to write the same thing, so that a repeated command has the same fingerprint and "already so" is seen. */
import { type CodeList, Refusal } from '@stezhka/vocabulary';

/**
 * ISO 8601 in UTC with milliseconds.
 * @throws Refusal INVALID_INPUT when it is no moment
 */
export function momentOf(told: string | Date): string {
  const moment = new Date(told);
  if (Number.isNaN(moment.getTime())) throw new Refusal('INVALID_INPUT');
  return moment.toISOString();
}

/** Each code once, in its list's order. */
export function inListOrder<Code extends string>(
  list: Pick<CodeList<Code>, 'codes'>,
  told: readonly Code[],
): Code[] {
  return list.codes.filter((code) => told.includes(code));
}

type Present<Told> = {
  [Field in keyof Told as null extends Told[Field]
    ? never
    : undefined extends Told[Field]
      ? never
      : Field]: Told[Field];
} & {
  [Field in keyof Told as null extends Told[Field]
    ? Field
    : undefined extends Told[Field]
      ? Field
      : never]?: NonNullable<Told[Field]>;
};

/** Without the fields that were left open. */
export function present<Told extends object>(told: Told): Present<Told> {
  const entries = Object.entries(told).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as Present<Told>;
}
