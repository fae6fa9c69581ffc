import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLogger } from '@stezhka/telemetry';
import { caseworker } from '../testing/household-story.js';
import { contact, prepareHousehold } from '../testing/prepared-household.js';
import { type RunningConsent, startConsent } from '../testing/running-consent.js';
import { keepSwept } from './keep-swept.js';

const now = new Date('2026-03-10T12:00:00.000Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const lines: string[] = [];
const logger = createLogger({ service: 'consent', destination: { write: (line) => void lines.push(line) } });

let consent: RunningConsent;
beforeAll(async () => {
  consent = await startConsent(() => now);
});
afterAll(() => consent.stop());

it('sweeps at the start what has been unnamed for a day, and nothing younger', async () => {
  const { commands, sweep } = consent.service;
  const { householdId } = await prepareHousehold(commands, now);
  for (const [n, hours] of [25, 23].entries()) {
    const refused = { householdId, subjectId: 'nobody', record: contact, key: `key-${n}-refused` };
    const sealing = commands.sealRecord(caseworker, refused, hoursAgo(hours));
    await expect(sealing).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  await keepSwept({ sweep, now: () => now, logger }).stop();
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'vault.swept', count: 1 }]);
  expect(await sweep(hoursAgo(0))).toEqual({ records: 1, households: 0 });
});

it('says that it could not, and lives on', async () => {
  lines.length = 0;
  const sweep = async () => {
    throw new Error('no connection');
  };
  await keepSwept({ sweep, now: () => now, logger }).stop();
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'vault.sweep_failed' }]);
});
