/** How the tables of referrals are written: from desk to desk, for whom, what for, and what became of it. */
import type { Urgency } from '@stezhka/vocabulary';
import type { DemonstrationCase, Step } from '../described.js';
import { networkActors } from './actors.js';
import type { Person } from './people.js';

interface Way {
  /** Actors by their keys; the service of the second by its code. */
  readonly from: string;
  readonly to: string;
  /** Days ago. */
  readonly ago: number;
  readonly who: readonly Person[];
  readonly need: string;
  readonly became?: readonly Step[];
  readonly answers?: Readonly<Record<string, 'yes' | 'no' | 'unknown' | 'by_phone'>>;
}

type More = Partial<
  Pick<DemonstrationCase, 'pathway' | 'oblast' | 'form' | 'agreedTo' | 'unsent' | 'words' | 'pace'>
>;

/** Hours between acts that a desk may well need. */
const paces: Record<Urgency, number> = { emergency: 2, urgent: 14, normal: 40 };

export function way(key: string, urgency: Urgency, of: Way, more: More = {}): DemonstrationCase {
  const [actor, code] = of.to.split(' ') as [string, string];
  const service = networkActors
    .find((one) => one.key === actor)!
    .services.find((one) => one.service === code)!;
  return {
    ...{ key, urgency, by: `${of.from}-desk`, answeredBy: `${actor}-desk` },
    to: { actor, service: service.key },
    service: service.service,
    oblast: service.oblasts[0] ?? 'UA-77',
    pathway: service.pathways[0]!,
    daysAgo: of.ago,
    members: of.who.map(({ contact }) => contact),
    composition: of.who.map(({ ageBand, sex }) => ({ ageBand, sex })),
    need: of.need,
    answers: Object.entries(of.answers ?? {}).map(([question, answer]) => ({ question, answer })),
    pace: paces[urgency],
    followed: of.became ?? [],
    ...more,
  };
}
