import { describe, expect, it } from '@jest/globals';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCreator,
} from 'kysely';
import { builtOnce } from './built-once.js';

interface Tables {
  offer: { id: string; actor_id: string; at: Date };
}

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

interface Asked {
  readonly actorId: string;
  readonly since: Date;
  readonly most: number;
}

describe('a statement that is built once', () => {
  let built = 0;
  const offers = builtOnce((of: QueryCreator<Tables>, { actorId, since, most }: Asked) => {
    built += 1;
    return of
      .selectFrom('offer')
      .select('id')
      .where('actor_id', '=', actorId)
      .where('at', '>', since)
      .where('id', '!=', 'always')
      .limit(most);
  });
  const words = (values: Asked) => {
    const { sql, parameters } = offers(values)(db).compile(db);
    return { sql, parameters };
  };

  it('is asked with the values of each time, in their places', () => {
    const since = new Date('2026-03-01T12:00:00.000Z');
    const first = words({ actorId: 'maple', since, most: 3 });
    const second = words({ actorId: 'oak', since, most: 20 });
    expect(first.sql).toBe(
      'select "id" from "offer" where "actor_id" = $1 and "at" > $2 and "id" != $3 limit $4',
    );
    expect(first.parameters).toEqual(['maple', since, 'always', 3]);
    expect(second).toEqual({ sql: first.sql, parameters: ['oak', since, 'always', 20] });
    expect(built).toBe(1);
  });
});
