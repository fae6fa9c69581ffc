/** Everything that can be done with one referral; each act is sent once, and the page reads anew after it. */
import { useEffect, useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import type * as input from '../../graph/generated/graphql.js';
import {
  AcceptReferralDocument,
  AcknowledgeReferralDocument,
  CancelPreparationDocument,
  CompleteReferralDocument,
  ConfirmAnswerDocument,
  DeclineReferralDocument,
  SealReferralNoteDocument,
  StartReferralDocument,
  WithdrawReferralDocument,
} from '../../graph/generated/referral.js';
import { useCommands } from '../../graph/use-commands.js';
import type { Referral } from '../referral.js';

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

/** How soon to look again if the page does not show yet what was done. */
const AGAIN_MS = 1_000;
/** It was recorded either way. */
const AT_MOST_MS = 5_000;

export function useActs({ id, revision }: Pick<Referral, 'id' | 'revision'>, refresh: () => void) {
  const { busy, fault, send, forget } = useCommands();
  const [acted, setActed] = useState<{ readonly message: string; readonly seen: string }>();
  // It is said to be done once the page shows it: a message beside the old state would contradict it.
  const settling = acted?.seen === revision;

  useEffect(() => {
    if (!settling) return undefined;
    const timer = setInterval(refresh, AGAIN_MS);
    const enough = setTimeout(() => setActed((one) => one && { ...one, seen: '' }), AT_MOST_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(enough);
    };
  }, [settling, refresh]);

  async function act<Input extends { key: string }>(
    name: string,
    document: TypedDocumentNode<object, { input: Input }>,
    said: Without<Input>,
  ): Promise<boolean> {
    setActed(undefined);
    const content = { channel: 'portal', ...said, referralId: id, seenRevision: revision };
    const data = await send(name, document, content as never);
    // A refusal often means that the page is behind, so it reads anew either way.
    refresh();
    const elsewhere = 'channel' in said;
    if (data) setActed({ message: elsewhere ? 'done.recorded' : `done.${name}`, seen: revision });
    return data !== undefined;
  }

  async function decline({ words, ...answer }: DeclineAnswer, told: Told = {}): Promise<boolean> {
    if (answer.reason !== 'other') return act('decline', DeclineReferralDocument, { ...answer, ...told });
    const note = await send('note', SealReferralNoteDocument, { referralId: id, text: words ?? '' });
    if (!note) return false;
    const { recordId: noteRecordId } = note.sealReferralNote;
    return act('decline', DeclineReferralDocument, { ...answer, noteRecordId, ...told });
  }

  return {
    busy: busy || settling,
    fault,
    done: settling ? undefined : acted?.message,
    forget,
    refresh,
    acknowledge: (told: Told = {}) => act('acknowledge', AcknowledgeReferralDocument, told),
    accept: (told: Told = {}) => act('accept', AcceptReferralDocument, told),
    decline,
    callOff: () => act('callOff', CancelPreparationDocument, {}),
    confirm: () => act('confirm', ConfirmAnswerDocument, {}),
    start: (told: Told = {}) => act('start', StartReferralDocument, told),
    complete: (outcome: input.CompleteReferralInput['outcome'], told: Told = {}) =>
      act('complete', CompleteReferralDocument, { outcome, ...told }),
    withdraw: (reason: input.WithdrawReferralInput['reason']) =>
      act('withdraw', WithdrawReferralDocument, { reason }),
  };
}
