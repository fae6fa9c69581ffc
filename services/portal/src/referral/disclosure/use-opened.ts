/**
 * What was opened lives in this component's memory and nowhere else: not in the cache of the graph, not in storage,
 * not in the page that the browser keeps for Back. It goes after five minutes, on leaving, and when sharing ends.
 */
import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const FOR_MS = 5 * 60_000;

export interface Opened<Content> {
  readonly content: Content | undefined;
  /** Until when it is shown, in milliseconds. */
  readonly until: number;
  show(content: Content): void;
  hide(): void;
}

/** @param allowed false: what is shown disappears at once */
export function useOpened<Content>(allowed: boolean): Opened<Content> {
  const [shown, setShown] = useState<{ readonly content: Content; readonly until: number }>();
  const show = useCallback((content: Content) => setShown({ content, until: Date.now() + FOR_MS }), []);
  const hide = useCallback(() => setShown(undefined), []);

  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(hide, shown.until - Date.now());
    // The browser may freeze a page it leaves and bring it back as it was: it must be blank before.
    const left = () => flushSync(hide);
    addEventListener('pagehide', left);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', left);
    };
  }, [shown, hide]);

  useEffect(() => {
    if (!allowed) hide();
  }, [allowed, hide]);

  // Not even for the one drawing before the effect has run.
  return { content: allowed ? shown?.content : undefined, until: shown?.until ?? 0, show, hide };
}
