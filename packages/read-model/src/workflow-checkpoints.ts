/** Where workflows remember how far they have heard: a record, because a rebuild must not make them act again. */
import type { Checkpoints } from '@stezhka/event-store';
import type { Transaction } from 'kysely';
import type { BaseTables } from './base-migrations.js';
import type { ReadModel } from './read-model.js';

export function workflowCheckpoints<DB>(readModel: ReadModel<DB>): Checkpoints {
  const within = <Result>(fn: (tx: Transaction<BaseTables>) => Promise<Result>): Promise<Result> =>
    readModel.asRecorder((tx) => fn(tx as unknown as Transaction<BaseTables>));
  return {
    load: (workflow) =>
      within(async (tx) => {
        const found = tx
          .selectFrom('workflow_checkpoint')
          .select('position')
          .where('workflow', '=', workflow);
        return (await found.executeTakeFirst())?.position;
      }),
    save: (workflow, position) =>
      within(async (tx) => {
        await tx
          .insertInto('workflow_checkpoint')
          .values({ workflow, position })
          // Two processes hear the same events; the slower one must not set the other back.
          .onConflict((conflict) =>
            conflict
              .column('workflow')
              .doUpdateSet({ position })
              .where('workflow_checkpoint.position', '<', position),
          )
          .execute();
      }),
  };
}
