/**
 * What a viewer may be told of while she listens: that a row of hers is not what it was. It is read as she would read
 * it, behind the same two walls and each time anew; a stream has no shorter way.
 */
import type { Viewer, Wall } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import type { ReferralRow, ReferralsTables } from '../rows.js';
import type { Subjects } from './authorize.js';

export interface ChangedReferral {
  readonly id: string;
  /** From this position on it is what it is now. */
  readonly changed: bigint;
}

export interface ChangeQueries {
  /** Of the referrals that she may see the one that changed first after this position. */
  next(viewer: Viewer, after: bigint): Promise<ChangedReferral | undefined>;
  /** Which of these referrals she may see. */
  visible(viewer: Viewer, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whose rows changed after this position, and up to where. For waking alone: nobody is told of it. */
  actorsSince(position: bigint): Promise<readonly { readonly actorId: string; readonly changed: bigint }[]>;
  /** The position of the last change of all. */
  newest(): Promise<bigint>;
}

/** Rows at a time, of which row security has left those that are hers: more than one only without it. */
const AT_A_TIME = 20;

export function createChangeQueries(deps: {
  readonly readModel: ReadModel<ReferralsTables>;
  readonly wall: Wall<Subjects>;
}): ChangeQueries {
  const { readModel } = deps;
  const wall: Wall<Subjects> = deps.wall;
  const columns = ['referral_id', 'changed', 'party_actor_id', 'pathway'] as const;
  const readable = (viewer: Viewer) => (row: Pick<ReferralRow, (typeof columns)[number]>) =>
    wall.allows('referral.read', viewer, { partyActorId: row.party_actor_id, pathway: row.pathway });

  return {
    async next(viewer, after) {
      for (let passed = after; ; ) {
        const rows = await readModel.askAsViewer(viewer, (of) =>
          of
            .selectFrom('referral')
            .select(columns)
            .where('changed', '>', passed)
            .orderBy('changed')
            .limit(AT_A_TIME),
        );
        const hers = rows.find(readable(viewer));
        if (hers) return { id: hers.referral_id, changed: hers.changed };
        const last = rows.at(-1);
        if (!last) return undefined;
        passed = last.changed;
      }
    },
    async visible(viewer, ids) {
      if (ids.length === 0) return new Set();
      const rows = await readModel.askAsViewer(viewer, (of) =>
        of.selectFrom('referral').select(columns).where('referral_id', 'in', ids),
      );
      return new Set(rows.filter(readable(viewer)).map(({ referral_id }) => referral_id));
    },
    actorsSince: (position) =>
      readModel.asProjector('changes', (tx) =>
        tx
          .selectFrom('referral')
          .select(({ fn }) => ['party_actor_id as actorId', fn.max('changed').as('changed')])
          .where('changed', '>', position)
          .groupBy('party_actor_id')
          .execute(),
      ),
    newest: () =>
      readModel.asProjector('changes', async (tx) => {
        const row = await tx
          .selectFrom('referral')
          .select('changed')
          .orderBy('changed', 'desc')
          .limit(1)
          .executeTakeFirst();
        return row?.changed ?? 0n;
      }),
  };
}
