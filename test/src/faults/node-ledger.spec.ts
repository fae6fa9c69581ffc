/** The ledger must notice what the kills are meant to bring to light. */
import { expect, test } from '@jest/globals';
import { type Found, Ledger } from './node-ledger.js';

function found(position: number, of: Partial<Found> = {}): Found {
  const place = { revision: BigInt(position - 1), position: BigInt(position) };
  return { append: 'a', index: position - 1, of: 2, id: `id-${position}`, stream: 's', ...place, ...of };
}

function ledgerOf(...events: Found[]): Ledger {
  const ledger = new Ledger();
  for (const event of events) ledger.find(event);
  return ledger;
}

const RECEIPT = { append: 'a', stream: 's', events: 2, revision: 1n, position: 2n };

test('a store that kept its word is in balance', () => {
  const ledger = ledgerOf(found(1), found(2));
  ledger.acknowledge(RECEIPT);
  expect(() => ledger.balance()).not.toThrow();
  expect(ledger.untold).toBe(0);
});

test('a lost append', () => {
  const ledger = new Ledger();
  ledger.acknowledge(RECEIPT);
  expect(() => ledger.balance()).toThrow('lost');
});

test('an append that is there in part', () => {
  expect(() => ledgerOf(found(1)).balance()).toThrow('in part');
});

test('an append that is elsewhere than was said', () => {
  const ledger = ledgerOf(found(1), found(2));
  ledger.acknowledge({ ...RECEIPT, revision: 7n });
  expect(() => ledger.balance()).toThrow('not where');
});

test.each([
  ['a gap in positions', found(3), 'positions'],
  ['a gap in revisions', found(2, { revision: 5n }), 'revisions'],
  ['an event twice', found(2, { id: 'id-1' }), 'twice'],
  ['an append whose events changed places', found(2, { index: 0 }), 'not in order'],
])('%s', (_, second, fault) => {
  expect(() => ledgerOf(found(1), second)).toThrow(fault);
});

test('an append with a stranger within', () => {
  const stranger = found(2, { append: 'b', index: 0, of: 1, stream: 't', revision: 0n });
  expect(() => ledgerOf(found(1), stranger, found(3, { index: 1, revision: 1n }))).toThrow(
    'not in one piece',
  );
});
