/** Where oidc-provider keeps its sessions, codes and tokens: in PostgreSQL, so that a restart signs nobody out. */
import type { ReadModel } from '@stezhka/read-model';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import { errors } from './oidc-provider.js';
import type { IdentityTables } from './tables.js';

type Column = 'id' | 'uid' | 'user_code';

export function oidcRecords(readModel: ReadModel<IdentityTables>, now: () => Date): AdapterFactory {
  return (model) => {
    const find = async (column: Column, value: string): Promise<AdapterPayload | undefined> => {
      // What a caller sends as an id may be anything; PostgreSQL takes no text with a zero in it.
      if (value.includes('\0')) return undefined;
      const row = await readModel.asRecorder((tx) =>
        tx
          .selectFrom('oidc_record')
          .select(['payload', 'consumed_at', 'expires_at'])
          .where('model', '=', model)
          .where(column, '=', value)
          .executeTakeFirst(),
      );
      if (row === undefined || (row.expires_at !== null && row.expires_at <= now())) return undefined;
      const consumed = row.consumed_at && Math.floor(row.consumed_at.getTime() / 1000);
      return { ...row.payload, ...(consumed === null ? {} : { consumed }) };
    };
    const adapter: Adapter = {
      find: (id) => find('id', id),
      findByUid: (uid) => find('uid', uid),
      findByUserCode: (code) => find('user_code', code),
      async upsert(id, payload, expiresIn) {
        const changing = {
          payload: JSON.stringify(payload),
          grant_id: payload.grantId ?? null,
          uid: payload.uid ?? null,
          user_code: payload.userCode ?? null,
          account: payload.accountId ?? null,
          expires_at: expiresIn === undefined ? null : new Date(now().getTime() + expiresIn * 1000),
        };
        await readModel.asRecorder((tx) =>
          tx
            .insertInto('oidc_record')
            .values({ model, id, ...changing, consumed_at: null })
            .onConflict((conflict) => conflict.columns(['model', 'id']).doUpdateSet(changing))
            .execute(),
        );
      },
      async consume(id) {
        const { numUpdatedRows } = await readModel.asRecorder((tx) =>
          tx
            .updateTable('oidc_record')
            .set({ consumed_at: now() })
            .where('model', '=', model)
            .where('id', '=', id)
            .where('consumed_at', 'is', null)
            .executeTakeFirstOrThrow(),
        );
        // Two exchanges of one code at the same moment: the provider looked before either was marked.
        if (numUpdatedRows === 0n) throw new errors.InvalidGrant('already used');
      },
      async destroy(id) {
        await readModel.asRecorder((tx) =>
          tx.deleteFrom('oidc_record').where('model', '=', model).where('id', '=', id).execute(),
        );
      },
      async revokeByGrantId(grantId) {
        await readModel.asRecorder((tx) =>
          tx.deleteFrom('oidc_record').where('model', '=', model).where('grant_id', '=', grantId).execute(),
        );
      },
    };
    return adapter;
  };
}

/** Removes what nobody can use any more. */
export async function sweepExpired(readModel: ReadModel<IdentityTables>, now: Date): Promise<void> {
  const longAgo = new Date(now.getTime() - 60 * 60_000);
  await readModel.asRecorder(async (tx) => {
    await tx.deleteFrom('oidc_record').where('expires_at', '<', now).execute();
    await tx.deleteFrom('password_guess').where('last_at', '<', longAgo).execute();
  });
}
