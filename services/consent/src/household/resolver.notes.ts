/** Words between the two sides of an offer, over the graph. Reading is a mutation: every opening is recorded first. */
import {
  Classified,
  KeyedInput,
  PurposeScalar,
  Receipt,
  type RequestContext,
  toReceipt,
} from '@stezhka/subgraph';
import type { Purpose } from '@stezhka/vocabulary';
import { MaxLength, MinLength } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { longest, type Side } from '../vault/content.js';
import type { HouseholdCommands } from './handle.commands.js';

@InputType('SealReferralNoteInput')
export class SealReferralNoteInput extends KeyedInput {
  @Field(() => ID)
  referralId!: string;

  @Field(() => String, { description: `1 to ${longest.note} characters: what the other side must know.` })
  @MinLength(1)
  @MaxLength(longest.note)
  text!: string;
}

@InputType('ReadReferralNotesInput')
export class ReadReferralNotesInput extends KeyedInput {
  @Field(() => ID)
  referralId!: string;

  @Field(() => PurposeScalar, { description: 'What for. It is recorded.' })
  purpose!: Purpose;
}

@ObjectType('ReferralNoteSealed')
export class ReferralNoteSealedType {
  @Field(() => Receipt)
  @Classified('PARTIES')
  receipt!: Receipt;

  @Field(() => ID, { description: 'What a decline with the reason `other` names as its `noteRecordId`.' })
  @Classified('PARTIES')
  recordId!: string;
}

@ObjectType('ReferralNote', { description: 'What one side of an offer wrote about it.' })
export class ReferralNoteType {
  @Field(() => ID, { description: 'The same to both sides.' })
  @Classified('PARTIES')
  recordId!: string;

  @Field(() => String, { description: 'Which side: sender or recipient.' })
  @Classified('PARTIES')
  from!: Side;

  @Field(() => String)
  @Classified('C2')
  text!: string;
}

@ObjectType('ReferralNotes', { description: 'What was opened, and the proof that it was recorded.' })
export class ReferralNotesType {
  @Field(() => Receipt)
  @Classified('PARTIES')
  receipt!: Receipt;

  @Field(() => [ReferralNoteType], { description: 'The oldest first.' })
  @Classified('PARTIES')
  notes!: ReferralNoteType[];
}

@Resolver()
export class NoteMutations {
  constructor(private readonly commands: HouseholdCommands) {}

  @Mutation(() => ReferralNoteSealedType, {
    description: 'Write words about an offer that stands open, for its two sides alone.',
  })
  @Classified('PARTIES')
  async sealReferralNote(
    @Arg('input', () => SealReferralNoteInput) { key, referralId, text }: SealReferralNoteInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<ReferralNoteSealedType> {
    const done = await this.commands.sealReferralNote(viewer, { key, referralId, text }, now);
    return { receipt: toReceipt(done), recordId: done.recordId };
  }

  @Mutation(() => ReferralNotesType, {
    description:
      'Open the words about a referral: its sender all of them, a recipient those of its own offer. That a recipient looked is recorded also where there are none. An old key opens what it opened then.',
  })
  @Classified('PARTIES')
  async readReferralNotes(
    @Arg('input', () => ReadReferralNotesInput) { key, referralId, purpose }: ReadReferralNotesInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<ReferralNotesType> {
    const done = await this.commands.readReferralNotes(viewer, { key, referralId, purpose }, now);
    return { receipt: toReceipt(done.receipt), notes: done.notes.map((note) => ({ ...note })) };
  }
}
