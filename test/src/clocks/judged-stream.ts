/** A referral's stream, read as anybody could read it: what was told of silence, and was it silence then? */
import type { RecordedEvent } from '@stezhka/event-store';

export interface Judged {
  /** In order: `clock:rung`, or `expired`. */
  readonly told: readonly string[];
  /** What was told although somebody had answered; nothing, if all is well. */
  readonly wrong: readonly string[];
}

const states: Readonly<Record<string, string>> = {
  'ReferralSent.v1': 'sent',
  'ReferralAcknowledged.v1': 'acknowledged',
  'ReferralAccepted.v1': 'accepted',
  'ReferralDeclined.v1': 'declined',
  'ReferralWithdrawn.v1': 'withdrawn',
  'ReferralExpired.v1': 'expired',
};

export function judge(stream: readonly RecordedEvent[]): Judged {
  const told: string[] = [];
  const wrong: string[] = [];
  let state = '';
  let lastDue = '';
  for (const { type, data } of stream) {
    const { clock, rung, occurredAt } = data as { clock?: string; rung?: string; occurredAt: string };
    if (clock !== undefined) {
      const name = type === 'ReferralExpired.v1' ? 'expired' : `${clock}:${rung}`;
      const waits = state === 'sent' || (state === 'acknowledged' && clock === 'decide');
      if (!waits) wrong.push(`${name} in ${state}`);
      if (told.includes(name)) wrong.push(`${name} twice`);
      if (occurredAt < lastDue) wrong.push(`${name} out of order`);
      lastDue = occurredAt;
      told.push(name);
    }
    state = states[type] ?? state;
  }
  return { told, wrong };
}
