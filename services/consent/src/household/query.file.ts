/** Who may see a household's file: staff of its own actor whose work it is, on a pathway she is certified for. */
import { signedIn, type Viewer, type Wall } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import { Refusal } from '@stezhka/vocabulary';
import type {
  AgreementRow,
  ConsentTables,
  DisclosureRow,
  HouseholdRow,
  PermitRow,
  RecordRow,
} from '../rows.js';
import type { Subjects } from './authorize.js';

export interface HouseholdPage {
  readonly items: readonly HouseholdRow[];
  /** More follow behind the last one. */
  readonly hasMore: boolean;
}

type Asker = Viewer | undefined;

export interface FileQueries {
  /** @throws Refusal `NOT_FOUND` */
  household(viewer: Asker, id: string): Promise<HouseholdRow>;
  /** Newest first; `after` is the id of the last household of the page before. */
  households(viewer: Asker, page: { first: number; after?: string | undefined }): Promise<HouseholdPage>;
  records(viewer: Asker, householdId: string): Promise<readonly RecordRow[]>;
  agreements(viewer: Asker, householdId: string): Promise<readonly AgreementRow[]>;
  permits(viewer: Asker, householdId: string): Promise<readonly PermitRow[]>;
  /** The newest first. */
  disclosures(viewer: Asker, householdId: string, first: number): Promise<readonly DisclosureRow[]>;
}

/** Rows of one household's list at most. */
const LONGEST_LIST = 500;

export function createFileQueries(deps: {
  readonly readModel: ReadModel<ConsentTables>;
  readonly wall: Wall<Subjects>;
}): FileQueries {
  const { readModel } = deps;
  const wall: Wall<Subjects> = deps.wall;
  const readable = (viewer: Viewer) => (row: Pick<HouseholdRow, 'actor_id' | 'pathway'>) =>
    wall.allows('household.read', viewer, { actorId: row.actor_id, pathway: row.pathway });

  return {
    async household(viewer, id) {
      signedIn(viewer);
      const [row] = await readModel.askAsViewer(viewer, (of) =>
        of.selectFrom('household').selectAll().where('household_id', '=', id),
      );
      if (!row || !readable(viewer)(row)) throw new Refusal('NOT_FOUND');
      return row;
    },

    async households(viewer, { first, after }) {
      signedIn(viewer);
      const rows = await readModel.askAsViewer(viewer, (of) => {
        let query = of
          .selectFrom('household')
          .selectAll()
          .where('actor_id', '=', viewer.actorId)
          .orderBy('position', 'desc')
          .limit(first + 1);
        if (after !== undefined)
          query = query.where('position', '<', (last) =>
            last
              .selectFrom('household')
              .select('position')
              .where('household_id', '=', after)
              .where('actor_id', '=', viewer.actorId),
          );
        return query;
      });
      // Of what she may not know, not even whether there is more.
      const hers = rows.filter(readable(viewer));
      return { items: hers.slice(0, first), hasMore: hers.length > first };
    },

    async records(viewer, householdId) {
      signedIn(viewer);
      const rows = await readModel.askAsViewer(viewer, (of) =>
        of
          .selectFrom('household_record')
          .selectAll()
          .where('household_id', '=', householdId)
          .orderBy('subject_id')
          .orderBy('data_class')
          .orderBy('version')
          .limit(LONGEST_LIST),
      );
      return rows.filter(readable(viewer));
    },

    async agreements(viewer, householdId) {
      signedIn(viewer);
      const rows = await readModel.askAsViewer(viewer, (of) =>
        of
          .selectFrom('household_agreement')
          .selectAll()
          .where('household_id', '=', householdId)
          .orderBy('valid_until')
          .orderBy('agreement_id')
          .limit(LONGEST_LIST),
      );
      return rows.filter(readable(viewer));
    },

    async permits(viewer, householdId) {
      signedIn(viewer);
      const rows = await readModel.askAsViewer(viewer, (of) =>
        of
          .selectFrom('household_permit')
          .selectAll()
          .where('household_id', '=', householdId)
          .orderBy('position', 'desc')
          .limit(LONGEST_LIST),
      );
      return rows.filter(readable(viewer));
    },

    async disclosures(viewer, householdId, first) {
      signedIn(viewer);
      const rows = await readModel.askAsViewer(viewer, (of) =>
        of
          .selectFrom('household_disclosure')
          .selectAll()
          .where('household_id', '=', householdId)
          .orderBy('position', 'desc')
          .limit(first),
      );
      return rows.filter(readable(viewer));
    },
  };
}
