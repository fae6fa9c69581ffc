/**
 * What is told while somebody looks: one stream for a page that is seen, none for one that is not. It carries ids; what
 * they mean is asked for as ever. While there is none, questions are asked again by the clock.
 */
import { hear, sameSite } from './client.js';
import { ChangesDocument } from './generated/changes.js';

/** Null: anything may have changed. */
type Told = (id: string | null) => void;

const listeners = new Set<Told>();
const followers = new Set<() => void>();
let live = false;

export function onChange(told: Told): () => void {
  listeners.add(told);
  return () => void listeners.delete(told);
}

/** For `useSyncExternalStore`: whether changes are being told. */
export const liveness = {
  subscribe(follow: () => void): () => void {
    followers.add(follow);
    return () => void followers.delete(follow);
  },
  now: () => live,
};

function setLive(now: boolean): void {
  live = now;
  for (const follow of followers) follow();
}

/** So that a first page is there before anything else is asked for. */
const FIRST_AFTER_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

let stop = () => {};

/** Before the session ends: asking for the stream again would be refused. */
export function stopListening(): void {
  stop();
}

/** For as long as somebody is signed in. Never a stream of a page that is hidden or being left. @returns how to stop */
export function keepListening(): () => void {
  let current: AbortController | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let failed = 0;

  const later = (ms: number) => {
    clearTimeout(waiting);
    // Not all browsers of an office at once, when a server that ended their streams is back.
    waiting = setTimeout(open, ms * (0.5 + Math.random() / 2));
  };
  const close = () => {
    clearTimeout(waiting);
    current?.abort();
    current = undefined;
    setLive(false);
  };
  const open = async () => {
    if (current || document.visibilityState !== 'visible') return;
    const own = new AbortController();
    current = own;
    await read(own.signal, () => {
      failed = 0;
      setLive(true);
    }).catch(() => undefined);
    if (current !== own) return;
    current = undefined;
    failed += 1;
    setLive(false);
    later(Math.min(1_000 * 2 ** failed, LONGEST_PAUSE_MS));
  };
  const looked = () => (document.visibilityState === 'visible' ? later(0) : close());

  later(FIRST_AFTER_MS);
  document.addEventListener('visibilitychange', looked);
  addEventListener('online', looked);
  addEventListener('pagehide', close);
  stop = () => {
    close();
    document.removeEventListener('visibilitychange', looked);
    removeEventListener('online', looked);
    removeEventListener('pagehide', close);
  };
  return stop;
}

/** Until it is over, for whatever reason. */
async function read(signal: AbortSignal, begun: () => void): Promise<void> {
  const { documentId } = ChangesDocument as unknown as { readonly documentId: string };
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { ...sameSite, 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ documentId }),
    signal,
  });
  // Signed out elsewhere: the next question finds out, and says so to the user.
  if (response.status === 401) tell(null);
  if (!response.ok || !response.body) return;
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (let text = ''; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (text + decoder.decode(value, { stream: true })).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.+)$/m.exec(event)?.[1];
      if (data === undefined) continue;
      const { id, after } = JSON.parse(data).data.referralChanges as {
        id: string | null;
        after: string | null;
      };
      begun();
      hear(after);
      tell(id);
    }
  }
}

function tell(id: string | null): void {
  for (const told of listeners) told(id);
}
