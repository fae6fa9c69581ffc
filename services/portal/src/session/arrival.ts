/** Why one stands before the door: what the gateway wrote into the address, or what this tab noted before it left. */
export type Arrival = 'failed' | 'unavailable' | 'left';

const written = 'sign-in';
const noted = 'stezhka-left';

/** Said once: afterwards neither the address nor the tab tells it, so a reload and a copied address say nothing old. */
export function takeArrival(): Arrival | undefined {
  const { pathname, search, hash } = location;
  const asked = new URLSearchParams(search);
  const said = asked.get(written);
  if (said !== null) {
    asked.delete(written);
    history.replaceState(history.state, '', `${pathname}${asked.size > 0 ? `?${asked}` : ''}${hash}`);
  }
  const left = takeNote();
  if (said === 'failed' || said === 'unavailable') return said;
  return left ? 'left' : undefined;
}

/** Before a sign-out leads elsewhere: a provider comes back to the bare address. */
export function noteLeaving(): void {
  try {
    sessionStorage.setItem(noted, '1');
  } catch {
    // Not said, then; signed out she is.
  }
}

function takeNote(): boolean {
  try {
    const left = sessionStorage.getItem(noted) !== null;
    sessionStorage.removeItem(noted);
    return left;
  } catch {
    return false;
  }
}
