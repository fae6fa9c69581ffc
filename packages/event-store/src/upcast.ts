/** Old events read as new ones: what was published is never rewritten, it is understood anew on every read. */
import type { DomainEvent } from './events.js';

/** Turns one stored version of an event into its next version. */
export type Upcaster = (data: object) => DomainEvent;

/** By stored type, for instance `ReferralAccepted.v1`. */
export type Upcasters = Readonly<Record<string, Upcaster>>;

/** Apply upcasters until the event has a version that none of them knows as old. */
export function upcast(upcasters: Upcasters, event: DomainEvent): DomainEvent {
  let current = event;
  for (let next = upcasters[current.type]; next; next = upcasters[current.type]) current = next(current.data);
  return current;
}
