import { describe, expect, it } from '@jest/globals';
import type { PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { inFewTrips } from './statements.js';

/** One connection that notes what is sent, piece by piece; what a text fails with is told beforehand. */
async function connection(failing: Readonly<Record<string, Error & { code?: string }>> = {}) {
  const pieces: string[][] = [];
  const names: (string | undefined)[] = [];
  let corked: string[] | undefined;
  let released = 0;
  const client = {
    connection: {
      stream: {
        cork: () => {
          corked = [];
          pieces.push(corked);
        },
        uncork: () => {
          corked = undefined;
        },
      },
    },
    async query(asked: string | { text: string; name?: string }) {
      const { text, name } = typeof asked === 'string' ? { text: asked } : asked;
      if (corked) corked.push(text);
      else pieces.push([text]);
      if (typeof asked !== 'string') names.push(name);
      if (failing[text]) throw failing[text];
      return { command: 'SELECT', rowCount: 1, rows: [text] };
    },
    release: () => {
      released += 1;
    },
  };
  const pool = { connect: async () => client, end: async () => undefined };
  const few = inFewTrips(pool as unknown as pg.Pool);
  const own: PostgresPoolClient = await few.connect();
  const ask = async (text: string, values: readonly unknown[] = []) => (await own.query(text, values)).rows;
  const askOne = async (begins: string, text: string, values: readonly unknown[] = []) =>
    (await few.askOne(begins, text, values)).rows;
  return { pieces, names, ask, askOne, released: () => released };
}

const coded = (code: string) => Object.assign(new Error(code), { code });

describe('a session', () => {
  it('goes out with its first statement', async () => {
    const { pieces, ask } = await connection();
    for (const text of ['begin; who', 'one', 'two', 'commit']) await ask(text);
    expect(pieces).toEqual([['begin; who', 'one'], ['two'], ['commit']]);
  });

  it('in which nothing is asked is never sent', async () => {
    const { pieces, ask } = await connection();
    for (const text of ['begin; who', 'commit', 'begin; who', 'rollback']) await ask(text);
    expect(pieces).toEqual([]);
  });

  it('of one statement is one piece, and leaves its connection to the next', async () => {
    const { pieces, names, askOne, released } = await connection();
    expect(await askOne('begin; who', 'one', [1])).toEqual(['one']);
    expect(pieces).toEqual([['begin; who', 'one', 'commit']]);
    expect(names).toEqual(['s1']);
    expect(released()).toBe(1);
  });

  it('of one statement says first why it does not begin', async () => {
    const { pieces, askOne, released } = await connection({
      'begin; who': coded('25006'),
      one: coded('42501'),
    });
    await expect(askOne('begin; who', 'one')).rejects.toMatchObject({ code: '25006' });
    await expect(askOne('begin; again', 'one')).rejects.toMatchObject({ code: '42501' });
    expect(pieces.flat()).toContain('commit');
    expect(released()).toBe(2);
  });

  it('is needed for every statement', async () => {
    const { pieces, ask } = await connection();
    await expect(ask('one')).rejects.toThrow('no session');
    for (const text of ['begin; who', 'one', 'commit']) await ask(text);
    await expect(ask('two')).rejects.toThrow('no session');
    expect(pieces.flat()).not.toContain('two');
  });

  it('that does not begin says why, and is rolled back', async () => {
    const { pieces, ask } = await connection({ 'begin; who': coded('25006'), one: coded('42501') });
    await ask('begin; who');
    await expect(ask('one')).rejects.toMatchObject({ code: '25006' });
    await ask('rollback');
    await ask('begin; again');
    expect(await ask('two')).toEqual(['two']);
    expect(pieces).toEqual([['begin; who', 'one'], ['rollback'], ['begin; again', 'two']]);
  });
});

describe('a statement', () => {
  it('that comes again is prepared under one name, unless it takes nothing', async () => {
    const { names, ask } = await connection();
    await ask('begin; who');
    for (const text of ['one', 'two', 'one']) await ask(text, [1]);
    await ask('three');
    expect(names).toEqual(['s1', 's2', 's1', undefined]);
  });

  it.each(['0A000', '26000'])(
    'that cannot be used any more (%s) is prepared anew, with all others',
    async (code) => {
      const { names, ask } = await connection({ two: coded(code) });
      await ask('begin; who');
      await ask('one', [1]);
      await expect(ask('two', [1])).rejects.toMatchObject({ code });
      await ask('one', [1]);
      expect(names).toEqual(['s1', 's2', 's3']);
    },
  );

  it('that was refused for another reason keeps its name', async () => {
    const { names, ask } = await connection({ two: coded('42501') });
    await ask('begin; who');
    await ask('one', [1]);
    await expect(ask('two', [1])).rejects.toMatchObject({ code: '42501' });
    await ask('one', [1]);
    expect(names).toEqual(['s1', 's2', 's1']);
  });
});
