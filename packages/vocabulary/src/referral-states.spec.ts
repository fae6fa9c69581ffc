import { describe, expect, it } from '@jest/globals';
import { businessStatus, fhirTaskStatus, isFinal, referralStates } from './referral-states.js';

describe('referral states', () => {
  it('each have the Task status that the field agreed on', () => {
    expect(Object.fromEntries(referralStates.codes.map((state) => [state, fhirTaskStatus(state)]))).toEqual({
      draft: 'draft',
      sent: 'requested',
      acknowledged: 'received',
      info_requested: 'on-hold',
      accepted: 'accepted',
      waitlisted: 'on-hold',
      scheduled: 'accepted',
      in_progress: 'in-progress',
      on_hold: 'on-hold',
      completed: 'completed',
      failed: 'failed',
      declined: 'rejected',
      withdrawn: 'cancelled',
      closed_person: 'cancelled',
      expired: 'cancelled',
      entered_in_error: 'entered-in-error',
    });
  });

  it('say of silence alone that there was no response', () => {
    expect(referralStates.codes.filter((state) => businessStatus(state) === 'no-response')).toEqual([
      'expired',
    ]);
  });

  it('are final exactly where FHIR calls the Task ended', () => {
    const ended = ['completed', 'failed', 'rejected', 'cancelled', 'entered-in-error'];
    for (const state of referralStates.codes)
      expect({ state, final: isFinal(state) }).toEqual({
        state,
        final: ended.includes(fhirTaskStatus(state)),
      });
  });
});
