/** A question whose answer stays fresh without thought: asked again when it is told of a change, while it is looked at, and when one comes back to it. */
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { type AnyVariables, type RequestPolicy, type TypedDocumentNode, useQuery } from 'urql';
import { useSignedOut } from '../session/signed-out.js';
import { liveness, onChange } from './changes.js';
import { type Fault, faultOf } from './fault.js';

export interface Fresh<Data> {
  /** The newest answer; an old one stays while the next is on its way or does not come. */
  readonly data: Data | undefined;
  readonly loading: boolean;
  readonly fault: Fault | undefined;
  /** The servers say that what was just written may be missing. */
  readonly stale: boolean;
  refresh(): void;
}

const EVERY_MS = 15_000;
/** While changes are told, time alone changes little. */
const EVERY_WHEN_TOLD_MS = 60_000;
/** Several changes that come together are one reason to ask. */
const TOGETHER_MS = 100;
/** Faults that say nothing about what was asked for. */
const passing: readonly string[] = ['OFFLINE', 'UNAVAILABLE', 'INTERNAL'];

export function useFreshQuery<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  {
    everyMs,
    about,
    requestPolicy = 'cache-and-network',
  }: {
    /** How often to ask again while the page is looked at. */
    readonly everyMs?: number | undefined;
    /** The one referral that the question is about; any if absent. */
    readonly about?: string;
    /** `network-only` where the answer of an earlier visit would offer what is past. */
    readonly requestPolicy?: RequestPolicy;
  } = {},
): Fresh<Data> {
  const signedOut = useSignedOut();
  const [{ data, error, fetching, extensions }, ask] = useQuery<Data, Variables>({
    query,
    variables,
    requestPolicy,
  } as never);
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);

  const told = useSyncExternalStore(liveness.subscribe, liveness.now);
  const pause = everyMs ?? (told ? EVERY_WHEN_TOLD_MS : EVERY_MS);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = onChange((id) => {
      if (id !== null && about !== undefined && id !== about) return;
      clearTimeout(waiting);
      waiting = setTimeout(refresh, TOGETHER_MS);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [refresh, about]);

  useEffect(() => {
    const looked = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    const timer = setInterval(looked, pause);
    document.addEventListener('visibilitychange', looked);
    addEventListener('online', looked);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', looked);
      removeEventListener('online', looked);
    };
  }, [refresh, pause]);

  const fault = error ? faultOf(error) : undefined;
  const unauthenticated = fault?.code === 'UNAUTHENTICATED';
  useEffect(() => {
    if (unauthenticated) signedOut();
  }, [unauthenticated, signedOut]);

  const answered = useRef<{ readonly variables: string; readonly data: Data }>(undefined);
  const asked = JSON.stringify(variables);
  if (data !== undefined && !error) answered.current = { variables: asked, data };
  // No answer is no news: what was there stays, and the fault is told beside it.
  const earlier =
    fault && passing.includes(fault.code) && answered.current?.variables === asked
      ? answered.current.data
      : undefined;
  const shown = data ?? earlier;

  return {
    data: shown,
    loading: fetching && shown === undefined,
    fault,
    stale: extensions?.stale === true,
    refresh,
  };
}
