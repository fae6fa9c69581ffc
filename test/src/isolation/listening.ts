/**
 * Everybody listens while referrals are drafted, sent and answered on both pathways; the rules by hand say who must hear
 * of which. Then all of it happens once more: whatever was wrongly told the first time has arrived by then.
 */
import { type Ear, everything, hasHeardOf, hear, isEar, listen, type Refused } from '../live/ear.js';
import type { Fresh } from './fresh.js';
import type { Subgraphs } from './house.js';
import { type Findings, note } from './judge.js';
import type { Tokens } from './paths.js';
import { sideOf } from './rules-by-hand.js';
import { openAndIsolated, routes } from './scenario.routes.js';
import { memberOf, type ViewerKey } from './viewers.js';

export interface ListeningWay {
  readonly name: string;
  open(viewer: ViewerKey): Promise<Ear | Refused>;
}

export function throughGateway(url: string, tokens: Tokens): ListeningWay {
  return {
    name: 'gateway stream',
    open(viewer) {
      const authorization = tokens.authorization(viewer);
      return listen(url, authorization ? { authorization } : {});
    },
  };
}

export function pastGateway({ referrals }: Subgraphs, tokens: Tokens): ListeningWay {
  return {
    name: 'referrals stream',
    async open(viewer) {
      const headers = { authorization: tokens.authorization(viewer) };
      const results = await referrals.subscribe({ query: everything, headers });
      if ('next' in results) return hear(results, () => void results.return());
      const codes = (results.errors ?? []).map(({ extensions }) => String(extensions?.code));
      return { status: 200, codes };
    },
  };
}

type Happening = Readonly<Record<(typeof openAndIsolated)[number], Pick<Fresh, 'referrals'>>>;

export async function listenEverywhere(listening: {
  readonly way: ListeningWay;
  readonly viewers: readonly ViewerKey[];
  readonly findings: Findings;
  readonly happen: () => Promise<Happening>;
}): Promise<void> {
  const { way, viewers, findings, happen } = listening;
  const ears = new Map<ViewerKey, Ear>();
  const opened = await Promise.all(
    viewers.map(async (viewer) => ({ viewer, given: await way.open(viewer) })),
  );
  for (const { viewer, given } of opened) {
    const cell = { coordinate: 'Subscription.referralChanges', viewer, way: way.name, subject: 'a stream' };
    const isThere = memberOf(viewer) !== undefined;
    const came = 'codes' in given ? given.codes.join() : 'a stream';
    note({ findings }, cell, isThere ? 'a stream' : 'UNAUTHENTICATED', came, isThere ? 'value' : 'gone');
    if ('codes' in given) continue;
    isEar(given);
    ears.set(viewer, given);
  }
  const happened = [await happen(), await happen()];
  for (const what of happened)
    for (const [viewer, ear] of ears)
      for (const { id, heard } of expectedOf(viewer, what)) if (heard) await ear.until(hasHeardOf(id));
  for (const [viewer, ear] of ears) {
    for (const { id, heard, subject } of expectedOf(viewer, happened[0]!))
      for (const coordinate of ['ReferralChange.id', 'ReferralChange.after']) {
        const expected = heard ? 'value' : 'gone';
        const cell = { coordinate, viewer, way: way.name, subject };
        note({ findings }, cell, expected, hasHeardOf(id)(ear.words) ? 'value' : 'gone', expected);
      }
    ear.leave();
  }
}

function expectedOf(viewer: ViewerKey, what: Happening) {
  return openAndIsolated.flatMap((pathway) =>
    (['draft', 'sent', 'acknowledged'] as const).map((standing) => {
      const { recipient } = routes[pathway];
      const side = sideOf(memberOf(viewer), { pathway, standing, recipient });
      const id = what[pathway].referrals[standing];
      return { id, heard: side !== undefined, subject: `${pathway} referral, ${standing}` };
    }),
  );
}
