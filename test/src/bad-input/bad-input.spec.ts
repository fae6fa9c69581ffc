/**
 * Whatever a client can send, by every way in: answered with a code that says what is possible, with nothing repeated
 * and nothing written. One network hears it all; what changes most of it comes last.
 */
import { afterAll, beforeAll, describe } from '@jest/globals';
import { whatIsNoRequestIsRefused } from './no-requests.js';
import { randomCommandsDoNoHarm } from './random-commands.js';
import { randomQuestionsAreAnswered } from './random-questions.js';
import { actsThatMayNotBeAreRefused } from './refused-acts.js';
import { spoiledFieldsAreRefused } from './spoiled-fields.js';
import { openWays, type Ways } from './ways.js';

let ways: Ways;
beforeAll(async () => {
  ways = await openWays();
});
afterAll(() => ways?.stop());
const open = () => ways;

describe.each([
  ['no request', whatIsNoRequestIsRefused],
  ['a random question', randomQuestionsAreAnswered],
  ['an act that may not be', actsThatMayNotBeAreRefused],
  ['a spoiled field', spoiledFieldsAreRefused],
  ['a random command', randomCommandsDoNoHarm],
] as const)('%s', (_what, isHeard) => {
  // Tokens end after ten minutes, and in full each of these takes some of them.
  beforeAll(() => ways.signInAnew());
  isHeard(open);
});
