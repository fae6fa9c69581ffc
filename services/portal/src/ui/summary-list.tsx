import '../styles/summary.css';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

export interface SummaryRow {
  readonly name: string;
  readonly value: ReactNode;
  /** Where it can be changed. */
  readonly change?: { readonly to: string; readonly label: string };
}

/** What is known, line by line. A row without a value is left out. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="summary">
      {rows
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ name, value, change }) => (
          <div key={name} className="summary-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
            {change && (
              <dd className="summary-change">
                <Link href={change.to}>
                  {change.label}
                  <span className="only-heard"> {name}</span>
                </Link>
              </dd>
            )}
          </div>
        ))}
    </dl>
  );
}
