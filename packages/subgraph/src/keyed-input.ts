/** What every command of a client carries, and the form of the ids in it. */
import { Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

const KEY = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * The form of ids that the network makes. For those that are written down and not looked up before: no name and no
 * other word has it.
 */
export const WRITTEN_ID = /^[a-z2-7]{26}$/;

@InputType()
export abstract class KeyedInput {
  @Field(() => ID, {
    description:
      'Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _.',
  })
  @Matches(KEY)
  key!: string;
}
