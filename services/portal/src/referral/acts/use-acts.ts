/** Everything that can be done with one referral; each act is sent once, and the page reads anew after it. */
import { useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import type * as input from '../../graph/generated/graphql.js';
import {
  AcceptReferralDocument,
  AcknowledgeReferralDocument,
  CompleteReferralDocument,
  ConfirmAnswerDocument,
  DeclineReferralDocument,
  SealReferralNoteDocument,
  StartReferralDocument,
  WithdrawReferralDocument,
} from '../../graph/generated/graphql.js';
import { useCommands } from '../../graph/use-commands.js';

type Without<Input> = Omit<Input, 'key' | 'referralId' | 'seenRevision'>;

/** How and when it was said, where it was not said here and now. */
export type Told = Pick<input.AnswerReferralInput, 'channel' | 'occurredAt'>;

export interface DeclineAnswer {
  readonly reason: input.DeclineReferralInput['reason'];
  readonly capacityScope?: input.DeclineReferralInput['capacityScope'];
  /** Words of the reason; sealed before the decline names them. */
  readonly words?: string;
}

export type Acts = ReturnType<typeof useActs>;

export function useActs(referral: { readonly id: string; readonly revision: string }, refresh: () => void) {
  const { busy, fault, send, forget } = useCommands();
  const [done, setDone] = useState<string>();

  async function act<Input extends { key: string }>(
    name: string,
    document: TypedDocumentNode<object, { input: Input }>,
    said: Without<Input>,
  ): Promise<boolean> {
    setDone(undefined);
    const content = { channel: 'portal', ...said, referralId: referral.id, seenRevision: referral.revision };
    const data = await send(name, document, content as never);
    // A refusal often means that the page is behind, so it reads anew either way.
    refresh();
    if (data) setDone(`done.${name}`);
    return data !== undefined;
  }

  async function decline({ words, ...answer }: DeclineAnswer, told: Told = {}): Promise<boolean> {
    if (answer.reason !== 'other') return act('decline', DeclineReferralDocument, { ...answer, ...told });
    const note = await send('note', SealReferralNoteDocument, { referralId: referral.id, text: words ?? '' });
    if (!note) return false;
    const { recordId: noteRecordId } = note.sealReferralNote;
    return act('decline', DeclineReferralDocument, { ...answer, noteRecordId, ...told });
  }

  return {
    busy,
    fault,
    done,
    forget,
    refresh,
    acknowledge: (told: Told = {}) => act('acknowledge', AcknowledgeReferralDocument, told),
    accept: (told: Told = {}) => act('accept', AcceptReferralDocument, told),
    decline,
    confirm: () => act('confirm', ConfirmAnswerDocument, {}),
    start: (told: Told = {}) => act('start', StartReferralDocument, told),
    complete: (outcome: input.CompleteReferralInput['outcome'], told: Told = {}) =>
      act('complete', CompleteReferralDocument, { outcome, ...told }),
    withdraw: (reason: input.WithdrawReferralInput['reason']) =>
      act('withdraw', WithdrawReferralDocument, { reason }),
  };
}
