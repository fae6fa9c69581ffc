/** Who may see which referrals: a party its own row, on a pathway that she is certified for, in a role that reads. */
import type { Viewer, Wall } from '@stezhka/auth';
import { builtOnce, type ReadModel } from '@stezhka/read-model';
import { type ReferralState, Refusal, type Urgency } from '@stezhka/vocabulary';
import type { QueryCreator } from 'kysely';
import type { AuthoritySubjects } from '../authority/authorize.js';
import { isTellable } from '../authority/decide.rules.js';
import {
  type ListedRow,
  listedColumns,
  type ReferralActRow,
  type ReferralRow,
  type ReferralsTables,
} from '../rows.js';
import type { Subjects } from './authorize.js';
import { mutationOf, possibleInRow } from './decide.rules.js';
import type { Side } from './events.js';

export interface ReferralFilter {
  readonly side: Side;
  readonly states?: readonly ReferralState[];
  readonly urgency?: Urgency;
  /** Undecided, and its decision or its acknowledgement was due before this moment. */
  readonly overdueAt?: Date;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Whether there are more behind the last one. */
  readonly hasMore: boolean;
}

/** `after` is the id of the last referral of the page before. */
interface Which {
  readonly first: number;
  readonly after?: string;
}

export interface ReferralQueries {
  /** The viewer's own row of a referral; undefined where she has none. */
  referral(viewer: Viewer | undefined, id: string): Promise<ReferralRow | undefined>;
  /** Newest first. */
  list(viewer: Viewer | undefined, filter: ReferralFilter, which: Which): Promise<Page<ReferralRow>>;
  /** The same, of each no more than lists show: less than half of a row. */
  listed(viewer: Viewer | undefined, filter: ReferralFilter, which: Which): Promise<Page<ListedRow>>;
  timeline(viewer: Viewer | undefined, id: string): Promise<readonly ReferralActRow[]>;
  /** What the viewer could do with it now, as the graph calls it: a hint for the interface, not a permission. */
  possible(viewer: Viewer | undefined, row: ReferralRow): readonly string[];
}

type Db = QueryCreator<ReferralsTables>;

const ownRows = builtOnce((of: Db, { id }: { readonly id: string }) =>
  of.selectFrom('referral').selectAll().where('referral_id', '=', id).orderBy('side'),
);
const ownActs = builtOnce((of: Db, { id }: { readonly id: string }) =>
  of.selectFrom('referral_act').selectAll().where('referral_id', '=', id).orderBy('revision'),
);

interface WhoseList {
  readonly actorId: string;
  readonly side: Side;
  readonly count: number;
}

/** The beginning of a list, with nothing left out: what every inbox shows first. */
const beginning = builtOnce((of: Db, whose: WhoseList) => newest(of, whose).select(listedColumns));

const UNDECIDED: ReferralState[] = ['sent', 'acknowledged'];

export function createReferralQueries(deps: {
  readonly readModel: ReadModel<ReferralsTables>;
  readonly wall: Wall<Subjects & AuthoritySubjects>;
}): ReferralQueries {
  const { readModel } = deps;
  const wall: Wall<Subjects & AuthoritySubjects> = deps.wall;
  const readable = (viewer: Viewer) => (row: Pick<ReferralRow, 'party_actor_id' | 'pathway'>) =>
    wall.allows('referral.read', viewer, { partyActorId: row.party_actor_id, pathway: row.pathway });

  /** Of what she may not know, not even whether there is more. */
  const pageOf = <Row extends ListedRow>(viewer: Viewer, rows: readonly Row[], { first }: Which) => {
    const hers = rows.filter(readable(viewer));
    return { items: hers.slice(0, first), hasMore: hers.length > first };
  };

  return {
    async referral(viewer, id) {
      if (!viewer) throw new Refusal('UNAUTHENTICATED');
      const rows = await readModel.askAsViewer(viewer, ownRows({ id }));
      return rows.find(readable(viewer));
    },

    async list(viewer, filter, which) {
      if (!viewer) throw new Refusal('UNAUTHENTICATED');
      const rows = await readModel.askAsViewer(viewer, (of) => inList(of, viewer, filter, which).selectAll());
      return pageOf(viewer, rows, which);
    },

    async listed(viewer, filter, which) {
      if (!viewer) throw new Refusal('UNAUTHENTICATED');
      const isWhole = Object.keys(filter).length === 1 && which.after === undefined;
      const whose = { actorId: viewer.actorId, side: filter.side, count: which.first + 1 };
      const rows = await readModel.askAsViewer(
        viewer,
        isWhole ? beginning(whose) : (of) => inList(of, viewer, filter, which).select(listedColumns),
      );
      return pageOf(viewer, rows, which);
    },

    async timeline(viewer, id) {
      if (!viewer) throw new Refusal('UNAUTHENTICATED');
      const rows = await readModel.askAsViewer(viewer, ownActs({ id }));
      return rows.filter(readable(viewer));
    },

    possible(viewer, row) {
      const parties = {
        senderActorId: row.sender_actor_id ?? '',
        pathway: row.pathway,
        // There is a row for the recipient only once it was sent, and in a declined one it no longer says when.
        ...(row.recipient_actor_id && (row.sent_at || row.side === 'recipient')
          ? { recipientActorId: row.recipient_actor_id }
          : {}),
      };
      return possibleInRow(row)
        .filter((act) => {
          if (act === 'SendReferral' || act === 'PrepareReferral' || act === 'CancelPreparation')
            return wall.allows('referral.send', viewer, parties);
          if (act === 'WithdrawReferral') return wall.allows('referral.withdraw', viewer, parties);
          if (act === 'ConfirmAnswer') return wall.allows('referral.confirm', viewer, parties);
          return wall.allows('referral.answer', viewer, { ...parties, channel: 'phone' });
        })
        .map(mutationOf)
        .concat(
          isTellable(row) && wall.allows('authority.give', viewer, parties) ? ['giveAuthorityCode'] : [],
        );
    },
  };
}

function newest(of: Db, { actorId, side, count }: WhoseList) {
  return of
    .selectFrom('referral')
    .where('party_actor_id', '=', actorId)
    .where('side', '=', side)
    .orderBy('ordinal', 'desc')
    .limit(count);
}

/** One more than are wanted, whatever is then read of each. */
function inList(
  of: Db,
  viewer: Viewer,
  { side, states, urgency, overdueAt }: ReferralFilter,
  { first, after }: Which,
) {
  let query = newest(of, { actorId: viewer.actorId, side, count: first + 1 });
  if (states) query = query.where('state', 'in', states);
  if (urgency) query = query.where('urgency', '=', urgency);
  if (overdueAt)
    query = query
      .where('state', 'in', UNDECIDED)
      .where(({ and, eb, or }) =>
        or([
          eb('decide_by', '<', overdueAt),
          and([eb('state', '=', 'sent'), eb('acknowledge_by', '<', overdueAt)]),
        ]),
      );
  if (after !== undefined)
    query = query.where('ordinal', '<', (last) =>
      last
        .selectFrom('referral')
        .select('ordinal')
        .where('referral_id', '=', after)
        .where('party_actor_id', '=', viewer.actorId),
    );
  return query;
}
