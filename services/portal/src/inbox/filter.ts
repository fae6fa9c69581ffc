/** What is shown of a list, kept in the address: a filtered list can be bookmarked and comes back with a reload. */
import type { ReferralState, Urgency } from '@stezhka/vocabulary';
import type { ReferralFilterInput } from '../graph/generated/graphql.js';

export const shows = ['all', 'waiting', 'overdue', 'going', 'ended'] as const;
export type Show = (typeof shows)[number];

export interface Filter {
  readonly show: Show;
  readonly urgency: Urgency | '';
}

const states: Readonly<Record<Exclude<Show, 'all' | 'overdue'>, readonly ReferralState[]>> = {
  waiting: ['draft', 'sent', 'acknowledged', 'info_requested'],
  going: ['accepted', 'waitlisted', 'scheduled', 'in_progress', 'on_hold'],
  ended: ['completed', 'failed', 'declined', 'withdrawn', 'closed_person', 'expired', 'entered_in_error'],
};

const urgencies: readonly string[] = ['emergency', 'urgent', 'normal'];

/** An address that somebody mistyped shows everything. */
export function filterIn(search: URLSearchParams): Filter {
  const urgency = search.get('urgency') ?? '';
  return {
    show: shows.find((show) => show === search.get('show')) ?? 'all',
    urgency: urgencies.includes(urgency) ? (urgency as Urgency) : '',
  };
}

export function searchOf({ show, urgency }: Filter): URLSearchParams {
  return new URLSearchParams({
    ...(show === 'all' ? {} : { show }),
    ...(urgency ? { urgency } : {}),
  });
}

export function isFiltered(filter: Filter): boolean {
  return searchOf(filter).size > 0;
}

export function inputOf({ show, urgency }: Filter): ReferralFilterInput {
  return {
    ...(show === 'overdue' ? { overdue: true } : show === 'all' ? {} : { states: [...states[show]] }),
    ...(urgency ? { urgency } : {}),
  };
}
