import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commandIdOf, eventIdOf, idWithin, keyStreamOf, payloadHashOf } from './identity.js';

const secret = 'a secret of this spec';
const scope = { user: 'oksana', name: 'AcceptReferral', target: 'r1', key: 'key-1' };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const text = fc.string({ unit: 'grapheme', maxLength: 12 });

describe('a command’s id', () => {
  it('is the same each time', () => {
    expect(commandIdOf(secret, scope)).toBe(commandIdOf(secret, { ...scope }));
    expect(commandIdOf(secret, scope)).toMatch(/^[a-z2-7]{32}$/);
  });

  it.each([{ user: 'iryna' }, { name: 'DeclineReferral' }, { target: 'r2' }, { key: 'key-2' }])(
    'is another for %j',
    (other) => {
      expect(commandIdOf(secret, { ...scope, ...other })).not.toBe(commandIdOf(secret, scope));
    },
  );

  it('is another under another secret', () => {
    expect(commandIdOf('another', scope)).not.toBe(commandIdOf(secret, scope));
  });

  it('tells where one part ends and the next begins', () => {
    fc.assert(
      fc.property(text, text, text, text, (user, target, otherUser, otherTarget) => {
        fc.pre(user !== otherUser || target !== otherTarget);
        const one = commandIdOf(secret, { ...scope, user, target });
        expect(commandIdOf(secret, { ...scope, user: otherUser, target: otherTarget })).not.toBe(one);
      }),
    );
    const joined = commandIdOf(secret, { ...scope, user: 'ab', name: 'c' });
    expect(commandIdOf(secret, { ...scope, user: 'a', name: 'bc' })).not.toBe(joined);
  });
});

describe('a payload’s fingerprint', () => {
  it('does not know the order of fields', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.jsonValue()), (payload) => {
        const turned = Object.fromEntries(Object.entries(payload).reverse());
        expect(payloadHashOf(secret, turned)).toBe(payloadHashOf(secret, payload));
      }),
    );
  });

  it('knows every value and its type', () => {
    const payloads = [{ a: 1 }, { a: '1' }, { a: null }, { a: [1] }, { b: 1 }, {}, { a: 1, b: 1 }];
    expect(new Set(payloads.map((payload) => payloadHashOf(secret, payload))).size).toBe(payloads.length);
  });

  it('can be erased with what it was made under', () => {
    const key = new Uint8Array(32).fill(7);
    expect(payloadHashOf(key, { a: 1 })).not.toBe(payloadHashOf(secret, { a: 1 }));
    expect(payloadHashOf(key, { a: 1 })).toBe(payloadHashOf(Buffer.from(key), { a: 1 }));
  });
});

describe('ids that belong to a command', () => {
  const commandId = commandIdOf(secret, scope);

  it('differ by label and by command', () => {
    expect(idWithin(secret, commandId, 'offer')).toMatch(/^[a-z2-7]{26}$/);
    expect(idWithin(secret, commandId, 'offer')).toBe(idWithin(secret, commandId, 'offer'));
    const ids = [
      idWithin(secret, commandId, 'offer'),
      idWithin(secret, commandId, 'permit'),
      idWithin(secret, commandIdOf(secret, { ...scope, key: 'key-2' }), 'offer'),
    ];
    expect(new Set(ids).size).toBe(3);
  });

  it('are UUIDs for events, one for each revision', () => {
    const ids = [0n, 1n, 2n].map((revision) => eventIdOf(secret, commandId, revision));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(uuid);
  });

  it('name a stream for each key of each user', () => {
    const streams = [
      keyStreamOf(secret, 'oksana', 'key-1'),
      keyStreamOf(secret, 'oksana', 'key-2'),
      keyStreamOf(secret, 'iryna', 'key-1'),
    ];
    expect(new Set(streams).size).toBe(3);
    for (const stream of streams) expect(stream).toMatch(/^commandkey-[a-z2-7]{32}$/);
  });
});
