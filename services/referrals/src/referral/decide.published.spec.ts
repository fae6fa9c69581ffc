import { expect, it } from '@jest/globals';
import { FormatRegistry, type TSchema, TypeRegistry } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { decider } from '../testing/decide-spec.js';
import { people } from '../testing/people.js';
import * as ask from '../testing/referral-commands.js';
import { into, now } from '../testing/referral-story.js';
import type { ReferralCommand } from './commands.js';
import { referralEvents } from './events.js';
import { evolve, initialState, type Phase } from './evolve.js';

// A code of a list.
TypeRegistry.Set<{ enum: readonly unknown[] }>('Unsafe', (list, value) => list.enum.includes(value));
for (const format of ['id', 'reference']) FormatRegistry.Set(format, () => true);
FormatRegistry.Set('date-time', (value) => new Date(value).toISOString() === value);

const commands: readonly [ReferralCommand, Phase, keyof typeof people][] = [
  [ask.draft(), 'none', 'caseworker'],
  [ask.send(), 'draft', 'caseworker'],
  [ask.permit(), 'asking', 'caseworker'],
  [ask.refuse(), 'asking', 'caseworker'],
  [ask.endSharing(), 'accepted', 'caseworker'],
  [ask.acknowledge(), 'sent', 'intake'],
  [ask.accept(), 'sent', 'intake'],
  [ask.decline({ reason: 'no_capacity', capacityScope: 'for_all' }), 'sent', 'intake'],
  [ask.decline({ reason: 'other', noteRecordId: 'note-1' }), 'sent', 'intake'],
  [ask.start(), 'accepted', 'intake'],
  [ask.complete(), 'in_progress', 'intake'],
  [ask.withdraw(), 'sent', 'caseworker'],
];

it.each(commands.map(([command, phase, who]) => ({ name: command.type, command, phase, who })))(
  'what $name records is what is published, field by field: $phase',
  ({ command, phase, who }) => {
    const newId = (label: string) => `id-${label}`;
    const state = into[phase].reduce(evolve, initialState);
    const inPublishedForm = JSON.parse(JSON.stringify(state).replaceAll('id:', 'id-'));
    const asked = JSON.parse(JSON.stringify(command).replaceAll('id:', 'id-'));
    const context = { now, targetId: 'target', newId, facts: ask.by(people[who]) };
    const events = decider.decide(inPublishedForm, asked, context);
    expect(events).toHaveLength(1);
    for (const { type, data } of events) {
      const schema: TSchema = referralEvents[type].data;
      expect([...Value.Errors(schema, data)].map(({ path, message }) => `${path} ${message}`)).toEqual([]);
    }
  },
);
