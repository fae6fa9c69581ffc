import type { ReactNode } from 'react';

export interface Happened {
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
  readonly when: string;
  readonly marks: readonly string[];
  readonly note?: ReactNode;
}

/** What happened, the oldest first. */
export function Timeline({ entries }: { readonly entries: readonly Happened[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ id, title, at, when, marks, note }) => (
        <li key={id}>
          <p className="timeline-title">{title}</p>
          <p className="timeline-when">
            <time dateTime={at}>{when}</time>
          </p>
          {marks.map((mark) => (
            <p key={mark} className="timeline-mark">
              {mark}
            </p>
          ))}
          {note}
        </li>
      ))}
    </ol>
  );
}
