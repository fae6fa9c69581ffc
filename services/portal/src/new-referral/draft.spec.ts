import { describe, expect, it } from '@jest/globals';
import { complete } from '../testing/a-draft.js';
import { changed, type Draft, nobodyKnown } from './draft.js';

const agreed = complete;
const other = { ...agreed.chosen!, actorId: 'another actor', name: 'Another' };

describe('her yes', () => {
  it.each<[string, Partial<Draft>]>([
    ['another organisation', { chosen: other }],
    ['no organisation', { chosen: undefined }],
    ['one more that may be asked', { others: [...agreed.others, other] }],
    ['one more person', { people: [...agreed.people, nobodyKnown] }],
    ['more that is shared', { chosen: { ...agreed.chosen!, neededClasses: ['C1', 'C2', 'C3'] } }],
  ])('is asked again after %s', (_, part) => {
    expect(changed(agreed, part).agreement).toEqual({ ...agreed.agreement, agreed: false });
  });

  it.each<[string, Partial<Draft>]>([
    ['what is needed is put in other words', { words: 'Інакше' }],
    ['a name is spelt otherwise', { people: agreed.people.map((one) => ({ ...one, name: 'Інакше' })) }],
    ['it is itself what changes', { agreement: { ...agreed.agreement, form: 'written' } }],
  ])('stands when %s', (_, part) => {
    expect(changed(agreed, part).agreement.agreed).toBe(true);
  });
});
