/**
 * Event in, a look out. Whatever may have decided the first referral asks the one that was prepared to follow it to look;
 * what comes of that is decided there, by how the first one stands then. So a look too many changes nothing.
 */
import type { RecordedEvent, Workflow } from '@stezhka/event-store';
import type { ReferralEvent } from '../referral/events.js';
import type { NextRows } from './next-rows.js';

/** Has a prepared referral look at what it is to follow, once for each key. */
export type GiveLook = (
  referralId: string,
  cause: { readonly key: string; readonly causationId: string; readonly another: boolean },
) => Promise<void>;

export function createNextWorkflow(deps: {
  readonly rows: NextRows;
  readonly look: GiveLook;
  /** Whether a referral is still prepared, from its own stream. */
  readonly isPrepared: (referralId: string) => Promise<boolean>;
}): Workflow {
  const { rows, look, isPrepared } = deps;

  /** Who has the place: whoever was there before, unless it needs it no more. */
  async function placeAfter(firstId: string, nextId: string): Promise<string> {
    const before = await rows.take(firstId, nextId);
    if (before === nextId || (await isPrepared(before))) return before;
    return rows.take(firstId, nextId, before);
  }

  return {
    name: 'next',
    prefixes: ['referral-'],
    // One referral that is not followed by itself is no reason for others not to be.
    onPoison: 'park',
    async react(recorded) {
      const event = recorded as unknown as ReferralEvent & RecordedEvent;
      const cause = { key: recorded.id, causationId: recorded.id };
      if (event.type === 'ReferralPrepared.v1') {
        const { referralId, after } = event.data;
        const another = (await placeAfter(after, referralId)) !== referralId;
        return look(referralId, { ...cause, another });
      }
      if (!decides.includes(event.type)) return;
      const nextId = await rows.after(event.data.referralId);
      if (nextId !== undefined) await look(nextId, { ...cause, another: false });
    },
  };
}

/** What may decide a referral that another is to follow. */
const decides: readonly ReferralEvent['type'][] = [
  'ReferralAccepted.v1',
  'ReferralDeclined.v1',
  'ReferralExpired.v1',
  'ReferralWithdrawn.v1',
  'ReferralSharingEnded.v1',
];
