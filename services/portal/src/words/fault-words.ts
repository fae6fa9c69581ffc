/** A code of a refusal, told to a person: what happened, and what she can do now. */
export interface FaultWords {
  readonly happened: string;
  readonly next: string;
}

const said: Readonly<Record<string, FaultWords>> = {
  OFFLINE: { happened: 'fault.offline', next: 'fault.offline.next' },
  UNAUTHENTICATED: { happened: 'fault.signedOut', next: 'fault.signedOut.next' },
  NOT_FOUND: { happened: 'fault.notFound', next: 'fault.notFound.next' },
  STALE_REVISION: { happened: 'fault.stale', next: 'fault.stale.next' },
  ILLEGAL_TRANSITION: { happened: 'fault.transition', next: 'fault.transition.next' },
  OCCURRED_IN_FUTURE: { happened: 'fault.future', next: 'fault.future.next' },
  OCCURRED_BEFORE: { happened: 'fault.before', next: 'fault.before.next' },
  REASON_REQUIRED: { happened: 'fault.reason', next: 'fault.reason.next' },
  NOT_AGREED: { happened: 'fault.agreement', next: 'fault.agreement.next' },
  NOT_ELIGIBLE: { happened: 'fault.eligible', next: 'fault.eligible.next' },
  NOT_CERTIFIED: { happened: 'fault.certified', next: 'fault.certified.next' },
  INVALID_INPUT: { happened: 'fault.input', next: 'fault.input.next' },
  UNKNOWN_CODE: { happened: 'fault.input', next: 'fault.input.next' },
  TOO_LARGE: { happened: 'fault.large', next: 'fault.large.next' },
  CONFLICT: { happened: 'fault.conflict', next: 'fault.conflict.next' },
  IDEMPOTENCY_KEY_REUSED: { happened: 'fault.conflict', next: 'fault.conflict.next' },
  UNAVAILABLE: { happened: 'fault.unavailable', next: 'fault.unavailable.next' },
};

const unforeseen: FaultWords = { happened: 'fault.internal', next: 'fault.internal.next' };

/** Ids of messages; a code that nobody foresaw is told as a fault of ours. */
export function faultWords(code: string): FaultWords {
  return said[code] ?? unforeseen;
}
