/** A page that would lose something may ask before it is left by a link, or by signing out. */
import type { AroundNavHandler } from 'wouter';

export interface Leaving {
  readonly to: string;
  /** Leave after all. */
  readonly go: () => void;
}

/** True: it was held, and the guard goes on when it has asked. */
type Guard = (leaving: Leaving) => boolean;

let guard: Guard | undefined;

/** @returns how to take the guard away again */
export function guardLeaving(next: Guard): () => void {
  guard = next;
  return () => {
    if (guard === next) guard = undefined;
  };
}

/** The way out that nothing may hold was taken. */
let atOnce = false;

export function leaveAtOnce(): void {
  atOnce = true;
}

/**
 * The browser's own question before its window is closed or goes elsewhere.
 * @returns how to stop asking
 */
export function askBeforeUnload(needed: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (!atOnce && needed()) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}

export function leaveGuarded(leaving: Leaving): void {
  if (!guard?.(leaving)) leaving.go();
}

export const navigateGuarded: AroundNavHandler = (navigate, to, options) =>
  leaveGuarded({ to, go: () => navigate(to, options) });
