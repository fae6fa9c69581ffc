/** The draft as all its pages share it. Going back and forth keeps it; leaving for good, sending or a reload ends it. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type CommandKeys, createCommandKeys } from '../graph/command-keys.js';
import { askBeforeUnload } from '../session/leaving.js';
import { changed, type Draft, emptyDraft } from './draft.js';

export interface Drafting {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** It is sent, or thrown away. */
  readonly forget: () => void;
  /** Keys of its commands: as long-lived as the draft itself. */
  readonly keys: CommandKeys;
}

const Context = createContext<Drafting | undefined>(undefined);

const newKeys = () => createCommandKeys(() => crypto.randomUUID());

/** What the browser's Back would lose. In memory, until it is sent, thrown away, or the page is loaded anew. */
let kept: { draft: Draft; keys: CommandKeys } = { draft: emptyDraft, keys: newKeys() };

export function isBegun(): boolean {
  return kept.draft !== emptyDraft;
}

export function forgetDraft(): void {
  kept = { draft: emptyDraft, keys: newKeys() };
}

export function DraftProvider({ children }: { readonly children: ReactNode }) {
  const [{ draft, keys }, set] = useState(kept);
  const drafting = useMemo(
    () => ({
      draft,
      keys,
      change: (part: Partial<Draft>) => {
        kept = { ...kept, draft: changed(kept.draft, part) };
        set(kept);
      },
      forget: () => {
        forgetDraft();
        set(kept);
      },
    }),
    [draft, keys],
  );
  useEffect(() => askBeforeUnload(isBegun), []);
  return <Context value={drafting}>{children}</Context>;
}

export function useDraft(): Drafting {
  const drafting = useContext(Context);
  if (!drafting) throw new Error('a page of the draft outside of it');
  return drafting;
}
