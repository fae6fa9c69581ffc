/** From a draft to commands, and what is said again when one of them fails. */
import { describe, expect, it } from '@jest/globals';
import type { Commands } from '../graph/use-commands.js';
import { complete } from '../testing/a-draft.js';
import { agreementOf, contactOf, decisionSetOf, sendDraft } from './sending.js';

interface Said {
  readonly name: string;
  readonly input: Record<string, unknown>;
}

/** Answers as the servers do; `fails` names the command that does not get through. */
function desk(answers: { outcome?: string; refused?: string; fails?: string } = {}) {
  const said: Said[] = [];
  const renewed: string[] = [];
  const receipt = { id: 'h1', revision: '1', after: 'a' };
  const results: Record<string, unknown> = {
    household: { openHousehold: { receipt, memberIds: ['m1', 'm2'] } },
    agreement: { recordAgreement: { receipt, agreementId: 'a1', receiptId: 'x' } },
    decision: { sealRecord: { receipt, recordId: 'd1' } },
    draft: { draftReferral: { ...receipt, id: 'r1' } },
    prepare: { prepareReferral: receipt },
    send: { sendReferral: { receipt, outcome: answers.outcome ?? 'sent', refused: answers.refused ?? null } },
  };
  const send = (async (name: string, _document: unknown, input: Record<string, unknown>) => {
    said.push({ name, input });
    return name === answers.fails
      ? undefined
      : (results[name] ?? { sealRecord: { receipt, recordId: 'c1' } });
  }) as unknown as Commands['send'];
  return { said, renewed, commands: { send, anew: (name: string) => void renewed.push(name) } };
}

describe('sending a draft', () => {
  it('opens, seals, agrees, drafts and sends, in this order', async () => {
    const { said, commands } = desk();
    const sent = await sendDraft(complete, 'uk', commands);
    expect(said.map(({ name }) => name)).toEqual([
      'household',
      'decision',
      'contact-0',
      'agreement',
      'draft',
      'send',
    ]);
    expect(sent).toEqual({ referralId: 'r1', outcome: 'sent', refused: null });
    expect(said.at(-1)?.input).toMatchObject({ dataClasses: ['C1', 'C2'], decisionRecordIds: ['d1'] });
  });

  it('stops where a command does not get through', async () => {
    const { said, commands } = desk({ fails: 'agreement' });
    expect(await sendDraft(complete, 'uk', commands)).toBeUndefined();
    expect(said.at(-1)?.name).toBe('agreement');
  });

  it('says the same again on a retry', async () => {
    const [first, second] = [desk({ fails: 'send' }), desk()];
    await sendDraft(complete, 'uk', first.commands);
    await sendDraft(complete, 'uk', second.commands);
    expect(second.said).toEqual(first.said);
  });

  it('makes a new attempt of the offer once it was answered', async () => {
    const { renewed, commands } = desk({ outcome: 'refused', refused: 'not_agreed' });
    expect(await sendDraft(complete, 'uk', commands)).toMatchObject({ refused: 'not_agreed' });
    expect(renewed).toEqual(['send']);
  });

  it('asks nothing again of people who are known', async () => {
    const { said, commands } = desk();
    const continued = {
      draftId: undefined,
      partOf: 'r0',
      waits: false,
      asked: undefined,
      reference: 'ST-0000-0000-0',
      householdId: 'h0',
      memberIds: ['m8', 'm9'],
      decisionRecordId: 'd0',
      agreedUntil: { kalyna: '2026-06-01T00:00:00.000Z' },
    };
    await sendDraft({ ...complete, continued, reuse: true }, 'uk', commands);
    expect(said.map(({ name }) => name)).toEqual(['draft', 'send']);
    expect(said[0]?.input).toMatchObject({ householdId: 'h0', memberIds: ['m8', 'm9'], partOf: 'r0' });
    expect(said[1]?.input).toMatchObject({ decisionRecordIds: ['d0'] });

    const later = desk();
    const following = { ...complete, continued: { ...continued, waits: true }, reuse: true };
    expect(await sendDraft(following, 'uk', later.commands)).toMatchObject({ outcome: 'prepared' });
    expect(later.said.map(({ name }) => name)).toEqual(['draft', 'prepare']);
    expect(later.said[1]?.input).toEqual(said[1]?.input);
  });
});

describe('what goes out', () => {
  it('holds what is known and leaves the unknown unsaid', () => {
    expect(contactOf(complete.people[0]!, complete)).toEqual({
      name: 'Vira',
      phone: '+380 50 000 01 01',
      neverLeaveMessage: true,
      language: 'uk',
    });
  });

  it('answers every question of the service: unknown is an answer', () => {
    expect(decisionSetOf(complete)).toEqual({
      need: 'A place for two.',
      answers: [
        { question: 'children_present', answer: 'unknown' },
        { question: 'pets', answer: 'no' },
      ],
      householdComposition: [{ ageBand: 'age_25_59' }, {}],
    });
  });

  it('agrees to exactly what was read aloud', () => {
    expect(agreementOf(complete, 'ro')).toMatchObject({
      recipientIds: ['kalyna', 'dzherelo'],
      dataClasses: ['C0', 'C1', 'C2'],
      validFrom: '2026-03-01T10:00:00.000Z',
      validUntil: '2026-05-30T10:00:00.000Z',
      witnessed: true,
      noticeLanguage: 'ro',
    });
  });
});
