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

describe('no request', () => whatIsNoRequestIsRefused(open));
describe('a random question', () => randomQuestionsAreAnswered(open));
describe('an act that may not be', () => actsThatMayNotBeAreRefused(open));
describe('a spoiled field', () => spoiledFieldsAreRefused(open));
describe('a random command', () => randomCommandsDoNoHarm(open));
