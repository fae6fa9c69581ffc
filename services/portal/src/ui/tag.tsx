import type { ReactNode } from 'react';

export type Tone = 'plain' | 'waiting' | 'good' | 'bad' | 'warn' | 'done';

/** Where something stands, in a word; the colour only repeats it. */
export function Tag({ children, tone = 'plain' }: { readonly children: ReactNode; readonly tone?: Tone }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
