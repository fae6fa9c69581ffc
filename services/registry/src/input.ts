/** What every mutation's input carries, and how it comes to the commands. */
import { KeyedInput, revisionOf } from '@stezhka/subgraph';
import { Matches, ValidateIf } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { Keyed } from './actor/handle.js';

/** For fields that may be left open: absent and null mean the same. */
export const IfGiven = () => ValidateIf((_input, value) => value !== undefined && value !== null);

/** For what exists already. */
@InputType()
export abstract class ChangeInput extends KeyedInput {
  @Field(() => String, {
    nullable: true,
    description: 'The revision that the user saw: refused as STALE_REVISION if it has moved.',
  })
  @IfGiven()
  @Matches(/^\d{1,18}$/)
  seenRevision?: string | null;
}

/** What came in, without what was left open. */
export type Told<Input> = { [Field in keyof Input]: Exclude<Input[Field], null> };

/** An input as the commands take it. */
export function told<Input extends KeyedInput & { readonly seenRevision?: string | null }>({
  seenRevision,
  ...input
}: Input): Told<Omit<Input, 'key' | 'seenRevision'>> & Keyed {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
  return { ...given, seenRevision: seenRevision ? revisionOf(seenRevision) : undefined } as never;
}
