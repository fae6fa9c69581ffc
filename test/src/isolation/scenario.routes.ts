/** Which way a referral takes on each pathway, and when things happened: what all of the scenario agrees on. */
import type { Pathway } from '@stezhka/vocabulary';

export type RoutedPathway = Extract<Pathway, 'general' | 'gbv'>;
export const routes = {
  general: { recipient: 'receiver', by: 'receiver', offer: 'transit', unnamed: 'mixed' },
  gbv: { recipient: 'gbvReceiver', by: 'gbvReceiver', offer: 'isolated', unnamed: 'elsewhere' },
} as const satisfies Record<RoutedPathway, object>;

const HOUR = 3_600_000;

export const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
