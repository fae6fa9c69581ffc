/** Which way a referral takes on each pathway, and when things happened: what all of the scenario agrees on. */
import type { Pathway } from '@stezhka/vocabulary';
import type { OfferKey } from './scenario.actors.js';
import type { ActorKey, MemberKey } from './viewers.js';

interface Route {
  readonly recipient: ActorKey;
  readonly by: MemberKey;
  readonly offer: OfferKey;
  /** A service of whose actor the person said nothing; where no refusal is entered there is none. */
  readonly unnamed?: OfferKey;
}

export const routes: Readonly<Record<Pathway, Route>> = {
  general: { recipient: 'receiver', by: 'receiver', offer: 'transit', unnamed: 'mixed' },
  gbv: { recipient: 'gbvReceiver', by: 'gbvReceiver', offer: 'isolated', unnamed: 'elsewhere' },
  tip: { recipient: 'gbvReceiver', by: 'tipReceiver', offer: 'safeHouse' },
  cp: { recipient: 'gbvReceiver', by: 'cpReceiver', offer: 'children' },
};

/** One pathway that everybody may hear of, and one that nobody may: what a rule says of one isolated pathway it says of all. */
export const openAndIsolated = ['general', 'gbv'] as const;

const HOUR = 3_600_000;

export const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
