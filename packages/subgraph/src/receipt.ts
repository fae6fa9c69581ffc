/**
 * What every mutation answers: what it was done to, where that now stands, and the token by which the next query
 * sees it. Shared by all subgraphs, so it must read the same in each.
 */
import type { Receipt as StoredReceipt } from '@stezhka/event-store';
import { Ctx, Directive, Field, ID, ObjectType } from 'type-graphql';
import { Classified } from './data-class.js';
import type { RequestContext } from './request-context.js';

@ObjectType('Receipt', { description: 'Proof that a command took effect, the same on every retry.' })
@Directive('@shareable')
export class Receipt {
  @Field(() => ID, { description: 'What the command was for, or what it made.' })
  @Classified('PARTIES')
  id!: string;

  @Field(() => String, {
    description: 'Where the record stands now; send it back to be told of a change in between.',
  })
  @Classified('PARTIES')
  revision!: string;

  @Field(() => String, { description: 'Send it as x-stezhka-after to see the effect in the next query.' })
  @Classified('PARTIES')
  after(@Ctx() { tokens }: RequestContext): string {
    return tokens.seal(this.position);
  }

  position!: bigint;
}

/** A command's receipt in the words of the graph. */
export function toReceipt({
  id,
  revision,
  position,
}: Pick<StoredReceipt, 'id' | 'revision' | 'position'>): Receipt {
  return Object.assign(new Receipt(), { id, revision: revision.toString(), position });
}

/** The revision in a receipt that comes back; undefined if it is none. */
export function revisionOf(text: string): bigint | undefined {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : undefined;
}
