/** A question whose answer stays fresh without thought: asked again while it is looked at, and when one comes back to it. */
import { useCallback, useEffect } from 'react';
import { type AnyVariables, type TypedDocumentNode, useQuery } from 'urql';
import { useSignedOut } from '../session/signed-out.js';
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

/** @param everyMs how often to ask again while the page is looked at */
export function useFreshQuery<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  everyMs = EVERY_MS,
): Fresh<Data> {
  const signedOut = useSignedOut();
  const [{ data, error, fetching, extensions }, ask] = useQuery<Data, Variables>({
    query,
    variables,
  } as never);
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);

  useEffect(() => {
    const looked = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    const timer = setInterval(looked, everyMs);
    document.addEventListener('visibilitychange', looked);
    addEventListener('online', looked);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', looked);
      removeEventListener('online', looked);
    };
  }, [refresh, everyMs]);

  const fault = error ? faultOf(error) : undefined;
  const unauthenticated = fault?.code === 'UNAUTHENTICATED';
  useEffect(() => {
    if (unauthenticated) signedOut();
  }, [unauthenticated, signedOut]);

  return {
    data,
    loading: fetching && data === undefined,
    fault,
    stale: extensions?.stale === true,
    refresh,
  };
}
