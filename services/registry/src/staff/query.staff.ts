/** The staff of an actor, for those who look after them, and each member herself. */
import type { Viewer } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import type { RegistryWall } from '../authorize.js';
import { checkPage, type Page, type PageRequest, pageOf } from '../page.js';
import type { RegistryTables, StaffRow } from '../rows.js';

export interface StaffQueries {
  /**
   * Those of the actor's staff whom the viewer may see.
   * @throws Refusal UNAUTHENTICATED, INVALID_INPUT
   */
  staff(viewer: Viewer | undefined, actorId: string | undefined, page: PageRequest): Promise<Page<StaffRow>>;
  /** The viewer as the network knows her now. @throws Refusal UNAUTHENTICATED */
  me(viewer: Viewer | undefined): Viewer;
}

export function createStaffQueries(deps: {
  readonly readModel: ReadModel<RegistryTables>;
  readonly wall: RegistryWall;
}): StaffQueries {
  const { readModel } = deps;
  const wall: RegistryWall = deps.wall;
  const me = (viewer: Viewer | undefined): Viewer => {
    const { actorId = '', staffId = '' } = viewer ?? {};
    wall.authorize('staff.read', viewer, { actorId, staffId });
    return viewer;
  };
  return {
    me,
    async staff(viewer, actorId, page) {
      const { actorId: own } = me(viewer);
      checkPage(page);
      const { first, after } = page;
      const rows = await readModel.askAsViewer(viewer!, (of) => {
        let query = of
          .selectFrom('staff')
          .selectAll()
          .where('actor_id', '=', actorId ?? own)
          .orderBy('staff_id')
          .limit(first + 1);
        if (after !== undefined) query = query.where('staff_id', '>', after);
        return query;
      });
      const readable = ({ actor_id, staff_id }: StaffRow) =>
        wall.allows('staff.read', viewer, { actorId: actor_id, staffId: staff_id });
      // Of whom she may not see, not even whether there are more.
      return pageOf(rows.filter(readable), first, ({ staff_id }) => staff_id);
    },
  };
}
