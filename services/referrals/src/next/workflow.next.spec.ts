import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@stezhka/event-store';
import type { ReferralEvent } from '../referral/events.js';
import * as story from '../testing/referral-story.js';
import { firstId, into, referralId } from '../testing/referral-story.js';
import type { NextRows } from './next-rows.js';
import { createNextWorkflow } from './workflow.next.js';

let held: Map<string, string>;
let prepared: Set<string>;
let looks: string[];
const rows: NextRows = {
  after: async (firstId) => held.get(firstId),
  async take(firstId, nextId, instead) {
    const holder = held.get(firstId);
    if (holder === undefined || holder === instead) held.set(firstId, nextId);
    return held.get(firstId)!;
  },
};
const workflow = createNextWorkflow({
  rows,
  isPrepared: async (id) => prepared.has(id),
  look: async (id, { key, another }) => void looks.push(`${id} for ${key}${another ? ', too late' : ''}`),
});
const hear = (id: string, event: ReferralEvent) =>
  workflow.react({ ...event, id, stream: 'referral-any' } as unknown as RecordedEvent);
const prepares = (id: string) => story.prepared({ referralId: id });

beforeEach(() => {
  held = new Map();
  prepared = new Set(['one', 'two']);
  looks = [];
});

describe('whoever is prepared to follow', () => {
  it('looks at once, because the first may have been decided meanwhile', async () => {
    await hear('e1', prepares('one'));
    expect(looks).toEqual(['one for e1']);
  });

  it('has the place until it needs it no more; another is told that it came too late', async () => {
    await hear('e1', prepares('one'));
    await hear('e2', prepares('two'));
    expect(held.get(firstId)).toBe('one');
    prepared.delete('one');
    await hear('e3', prepares('two'));
    expect(held.get(firstId)).toBe('two');
    expect(looks).toEqual(['one for e1', 'two for e2, too late', 'two for e3']);
  });

  it('is asked to look at whatever may decide the first, each time under its own key', async () => {
    held.set(referralId, 'one');
    const deciding = [
      ...[story.accepted(), story.declined(), story.expired(), story.withdrawn()],
      story.sharingEnded(),
    ];
    for (const [n, event] of deciding.entries()) await hear(`e${n}`, event);
    expect(looks).toEqual(deciding.map((_, n) => `one for e${n}`));
  });

  it('is left in peace by everything else, and nobody looks where nobody is prepared', async () => {
    await hear('e0', story.declined());
    held.set(referralId, 'one');
    const quiet = [...into.acknowledged, story.silenceNoticed(), story.started(), story.preparationEnded()];
    for (const event of quiet) await hear('e1', event);
    expect(looks).toEqual([]);
  });
});
