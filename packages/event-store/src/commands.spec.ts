import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Refusal } from '@stezhka/vocabulary';
import { type CommandRequest, createCommandHandler, type Receipt } from './commands.js';
import type { Decider } from './decider.js';
import { commandIdOf } from './identity.js';
import { claimKey, holderOfKey } from './key-claim.js';
import { type StoreAtWork, startStore } from './testing/store-at-work.js';

/** A shelf with room for a few parcels: enough of a field to refuse, to stay quiet, and to be fought for. */
interface Shelf {
  readonly parcels: readonly string[];
  readonly room: number;
}
type Command = { readonly type: 'Put' | 'PutTwice'; readonly parcel: string; readonly note?: string };
interface Put {
  readonly type: 'ParcelPut.v1';
  readonly data: { readonly shelfId: string; readonly parcel: string; readonly labelId: string };
}
interface Facts {
  readonly keeper: string;
}

const shelf: Decider<Shelf, Command, Put, Facts> = {
  initialState: { parcels: [], room: 40 },
  evolve: (state, { data }) => ({ parcels: [...state.parcels, data.parcel], room: state.room - 1 }),
  decide(state, { type, parcel }, { targetId: shelfId, newId }) {
    if (state.room === 0) throw new Refusal('CONFLICT');
    if (state.parcels.includes(parcel)) return [];
    const put = (n: number): Put => ({
      type: 'ParcelPut.v1',
      data: { shelfId, parcel, labelId: newId(`label-${n}`) },
    });
    return type === 'Put' ? [put(0)] : [put(0), put(1)];
  },
};

const secret = 'a secret of this spec';
const now = new Date('2026-03-10T12:00:00.000Z');
let at: StoreAtWork;
let keys = 0;
const newKey = () => `key-${++keys}`;

beforeAll(async () => {
  at = await startStore();
});
afterAll(() => at.stop());

const handler = () => createCommandHandler({ store: at.store, category: 'shelf', decider: shelf, secret });
type Putting = CommandRequest<Command, Facts>;
const putting = (parcel: string, over: Partial<Putting> = {}): Putting => ({
  ...{ target: 'new', name: 'Put', command: { type: 'Put', parcel }, facts: { keeper: 'iryna' } },
  ...{ key: newKey(), user: 'oksana', now },
  ...over,
});
const put = (parcel: string, over: Partial<Putting> = {}) => handler().handle(putting(parcel, over));
const stored = (id: string) => at.store.read(`shelf-${id}`);
const told = ({ id, revision, position }: Receipt) => ({ id, revision, position });
const reused = { code: 'IDEMPOTENCY_KEY_REUSED' };

describe('a command', () => {
  it('becomes events that say who caused them and by which command', async () => {
    const key = newKey();
    const receipt = await put('one', { key, causationId: 'cause' });
    expect(receipt).toMatchObject({ revision: 0n, repeated: false });
    const [event] = await stored(receipt.id);
    const commandId = commandIdOf(secret, { user: 'oksana', name: 'Put', target: 'new', key });
    expect(event).toMatchObject({
      data: { shelfId: receipt.id, parcel: 'one' },
      metadata: { commandId, causedBy: 'oksana', causationId: 'cause' },
      ...{ revision: receipt.revision, position: receipt.position },
    });
  });

  it('answers with its last event where it becomes several', async () => {
    const receipt = await put('one', { command: { type: 'PutTwice', parcel: 'one' } });
    expect(receipt.revision).toBe(1n);
    expect((await stored(receipt.id)).at(-1)?.position).toBe(receipt.position);
  });

  it('that changes nothing appends nothing, and answers where the stream stands', async () => {
    const first = await put('one');
    const second = await put('one', { target: first.id });
    expect(told(second)).toEqual(told(first));
    expect([first.ownEvent, second.ownEvent]).toEqual([true, false]);
    expect(await stored(first.id)).toHaveLength(1);
  });

  it('is refused when its sender has seen an older state', async () => {
    const { id } = await put('one');
    await put('two', { target: id });
    await expect(put('three', { target: id, seenRevision: 0n })).rejects.toMatchObject({
      code: 'STALE_REVISION',
    });
    expect(await put('three', { target: id, seenRevision: 1n })).toMatchObject({ revision: 2n });
  });

  it('is decided on the state that it can be asked for', async () => {
    const { id, revision } = await put('one');
    expect(await handler().load(id)).toMatchObject({ state: { parcels: ['one'], room: 39 }, revision });
    expect(await handler().load('nowhere')).toBeUndefined();
  });

  it('rests on what was read for it, and reads no second time', async () => {
    const { id } = await put('one');
    const loaded = await handler().load(id);
    const read = jest.spyOn(at.store, 'read');
    const receipt = await handler().handle(putting('two', { target: id }), loaded);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
    expect(receipt).toMatchObject({ id, revision: 1n, ownEvent: true });
  });

  it('reads anew where what was read for it is no longer so', async () => {
    const { id } = await put('one');
    const loaded = await handler().load(id);
    await put('two', { target: id });
    expect(await handler().handle(putting('three', { target: id }), loaded)).toMatchObject({ revision: 2n });
    // As it was read there would be no such parcel yet.
    const again = await handler().handle(putting('two', { target: id, key: newKey() }), loaded);
    expect(again).toMatchObject({ revision: 2n, ownEvent: false });
  });

  it('that would be refused on what was read for it is decided anew', async () => {
    const { id } = await put('one');
    const loaded = await handler().load(id);
    const asked = putting('two', { target: id, key: newKey(), seenRevision: 0n });
    const first = await handler().handle(asked);
    const full = { ...loaded!, state: { parcels: [], room: 0 } };
    expect(told(await handler().handle(asked, full))).toEqual(told(first));
  });

  it('that took effect after it was read for has no second effect', async () => {
    const { id } = await put('one');
    const loaded = await handler().load(id);
    const asked = putting('two', { target: id, key: newKey() });
    const first = await handler().handle(asked);
    await put('three', { target: id });
    expect(told(await handler().handle(asked, loaded))).toEqual(told(first));
    expect(await stored(id)).toHaveLength(3);
  });
});

describe('a command that is sent again', () => {
  it.each(['new', 'a-shelf'])('has one effect and one receipt, five times at once, on %s', async (target) => {
    const key = newKey();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => put('one', { target, key })));
    const [first] = all;
    for (const receipt of all) expect(told(receipt)).toEqual(told(first!));
    expect(await stored(first!.id)).toHaveLength(1);
  });

  it('gets its first receipt, though the state has moved on and would refuse it now', async () => {
    const key = newKey();
    const first = await put('one', { key, target: 'full' });
    for (let n = 2; n <= 40; n++) await put(`${n}`, { target: 'full' });
    await expect(put('more', { target: 'full' })).rejects.toMatchObject({ code: 'CONFLICT' });
    const again = await put('one', { key, target: 'full', now: new Date('2027-01-01T00:00:00.000Z') });
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('is the same command whatever was looked up for it', async () => {
    const key = newKey();
    const first = await put('one', { key });
    const again = await put('one', { key, facts: { keeper: 'marta' } });
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('is another command with another payload, and refused', async () => {
    const key = newKey();
    const { id } = await put('one', { key });
    await expect(put('two', { key })).rejects.toMatchObject(reused);
    const noted: Command = { type: 'Put', parcel: 'one', note: 'x' };
    await expect(put('one', { key, command: noted })).rejects.toMatchObject(reused);
    expect(await stored(id)).toHaveLength(1);
  });

  it('is refused for another target, and as another kind of command', async () => {
    const key = newKey();
    const { id } = await put('one', { key });
    const { id: other } = await put('one');
    await expect(put('two', { key, target: other })).rejects.toMatchObject(reused);
    await expect(put('two', { key, target: id, name: 'Shelve' })).rejects.toMatchObject(reused);
    expect(await stored(id)).toHaveLength(1);
    expect(await stored(other)).toHaveLength(1);
  });

  it('is somebody else’s own command under the same key', async () => {
    const key = newKey();
    const hers = await put('one', { key });
    const his = await put('one', { key, user: 'ostap' });
    expect(his.repeated).toBe(false);
    expect(his.id).not.toBe(hers.id);
  });

  it('may be corrected under its key where it was refused: nothing was claimed', async () => {
    const key = newKey();
    await expect(put('more', { key, target: 'full' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await put('more', { key })).toMatchObject({ repeated: false });
  });

  it('holds its key, which nobody held before', async () => {
    const of = { user: 'oksana', key: newKey() };
    expect(await holderOfKey(at.store, secret, of)).toBeUndefined();
    await put('one', { key: of.key });
    const commandId = commandIdOf(secret, { ...of, name: 'Put', target: 'new' });
    expect(await holderOfKey(at.store, secret, of)).toBe(commandId);
  });

  it('goes on where its process died between the claim and the effect', async () => {
    const key = newKey();
    const commandId = commandIdOf(secret, { user: 'oksana', name: 'Put', target: 'new', key });
    await claimKey(at.store, secret, { user: 'oksana', key, commandId });
    expect(await put('one', { key })).toMatchObject({ revision: 0n, repeated: false });
  });

  it('is not recognised once the key of its fingerprint is erased: nothing can be compared', async () => {
    const key = newKey();
    const payloadSecret = new Uint8Array(32).fill(1);
    await put('one', { key, payloadSecret });
    expect(await put('one', { key, payloadSecret })).toMatchObject({ repeated: true });
    await expect(put('one', { key })).rejects.toMatchObject(reused);
  });
});

describe('several commands at once', () => {
  it('all take effect, one behind the other', async () => {
    const { id } = await put('first');
    const parcels = Array.from({ length: 20 }, (_, n) => `parcel-${n}`);
    const receipts = await Promise.all(parcels.map((parcel) => put(parcel, { target: id })));
    const revisions = receipts.map(({ revision }) => Number(revision)).sort((a, b) => a - b);
    expect(revisions).toEqual(parcels.map((_, n) => n + 1));
    expect(receipts.every(({ repeated }) => !repeated)).toBe(true);
  });

  it('are decided again on what the faster one did', async () => {
    const { id } = await put('first');
    const all = await Promise.all([1, 2, 3, 4].map(() => put('last', { target: id })));
    expect(new Set(all.map(({ revision }) => revision))).toEqual(new Set([1n]));
    expect(await stored(id)).toHaveLength(2);
  });

  it('look their facts up again whenever they are decided again', async () => {
    const { id } = await put('first');
    const asked: string[] = [];
    const facts = async () => {
      // Somebody is faster, the first time.
      if (asked.push(`before ${(await stored(id)).length}`) === 1) await put('faster', { target: id });
      return { keeper: 'iryna' };
    };
    const key = newKey();
    expect(await put('last', { target: id, facts, key })).toMatchObject({ revision: 2n, ownEvent: true });
    expect(asked).toEqual(['before 1', 'before 2']);
    expect(await put('last', { target: id, facts, key })).toMatchObject({ repeated: true, ownEvent: true });
    expect(asked).toHaveLength(2);
  });

  it('of a workflow may share a key over targets: its key is the event that it answers', async () => {
    const of = { key: 'event-1', user: 'system:shelving' };
    await put('one', { ...of, target: 'left' });
    await put('one', { ...of, target: 'right' });
    expect(await put('one', { ...of, target: 'left' })).toMatchObject({ repeated: true });
  });
});
