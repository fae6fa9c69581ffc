/** What is shown of a list, kept in the address: a filtered list can be bookmarked and comes back with a reload. */
import type { ReferralState, Urgency } from '@stezhka/vocabulary';
import type { ReferralFilterInput } from '../graph/generated/graphql.js';

export const shows = ['all', 'waiting', 'going', 'ended'] as const;
export type Show = (typeof shows)[number];

export interface Filter {
  readonly show: Show;
  readonly urgency: Urgency | '';
  readonly overdue: boolean;
}

const states: Readonly<Record<Exclude<Show, 'all'>, readonly ReferralState[]>> = {
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
    overdue: search.has('overdue'),
  };
}

export function searchOf({ show, urgency, overdue }: Filter): URLSearchParams {
  return new URLSearchParams({
    ...(show === 'all' ? {} : { show }),
    ...(urgency ? { urgency } : {}),
    ...(overdue ? { overdue: '' } : {}),
  });
}

export function isFiltered(filter: Filter): boolean {
  return searchOf(filter).size > 0;
}

export function inputOf({ show, urgency, overdue }: Filter): ReferralFilterInput {
  return {
    ...(show === 'all' ? {} : { states: [...states[show]] }),
    ...(urgency ? { urgency } : {}),
    ...(overdue ? { overdue } : {}),
  };
}
