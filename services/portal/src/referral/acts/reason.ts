/** A reason in the making: what it needs beside its code. */
import type { CapacityScope, DeclineReason } from '@stezhka/vocabulary';
import type { FieldFault } from '../../ui/error-summary.js';
import type { DeclineAnswer } from './use-acts.js';

export interface Reason {
  readonly reason: DeclineReason | undefined;
  readonly scope: CapacityScope | undefined;
  readonly words: string;
}

export const noReason: Reason = { reason: undefined, scope: undefined, words: '' };

/** What is still missing, as ids of messages. */
export function missingIn({ reason, scope, words }: Reason): readonly FieldFault[] {
  if (!reason) return [{ field: 'reason', message: 'decline.why.missing' }];
  if (reason === 'no_capacity' && !scope) return [{ field: 'scope', message: 'decline.scope.missing' }];
  if (reason === 'other' && !words.trim()) return [{ field: 'words', message: 'decline.words.missing' }];
  return [];
}

/** Only for a reason of which nothing is missing. */
export function answerOf({ reason, scope, words }: Reason): DeclineAnswer {
  return {
    reason: reason!,
    ...(reason === 'no_capacity' ? { capacityScope: scope! } : {}),
    ...(reason === 'other' ? { words: words.trim() } : {}),
  };
}
