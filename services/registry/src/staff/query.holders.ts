/** Whom it concerns when an actor loses a certification. No viewer asks this, so no rule of the wall answers it. */
import type { ReadModel } from '@stezhka/read-model';
import type { Pathway } from '@stezhka/vocabulary';
import type { RegistryTables } from '../rows.js';

/** The projection that writes the rows. */
const projection = 'staff';

export function createHoldersQuery(readModel: ReadModel<RegistryTables>) {
  return (actorId: string, pathway: Pathway, upTo: bigint): Promise<readonly string[]> =>
    readModel.asProjector(projection, async (tx) => {
      const at = await tx
        .selectFrom('projection_checkpoint')
        .select('position')
        .where('projection', '=', projection)
        .executeTakeFirst();
      if (!at || at.position === null || at.position < upTo) throw new Error('the staff rows are behind');
      const rows = await tx
        .selectFrom('staff')
        .select(['staff_id', 'certifications'])
        .where('actor_id', '=', actorId)
        .execute();
      return rows.filter((row) => row.certifications.includes(pathway)).map((row) => row.staff_id);
    });
}
