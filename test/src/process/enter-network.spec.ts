/** `npm run enter`: a network of one's own in an empty installation, so that somebody can sign in to it and work. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startNetwork } from '@stezhka/local';
import { createLogger } from '@stezhka/telemetry';
import { type Browser, openBrowser } from '../portal/bff/browser.js';
import { enter, example, passwordsIn } from './entering.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stezhka-enter-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const into = (name: string) => ({ STEZHKA_DATA: join(dir, name) });

/** The example with something else in it. */
async function changed(change: (organisations: Record<string, unknown>[]) => void): Promise<string> {
  const network = JSON.parse(await readFile(example, 'utf8'));
  change(network.organisations);
  const path = join(dir, 'changed.json');
  await writeFile(path, JSON.stringify(network));
  return path;
}

describe('a network of one’s own', () => {
  let passwords: ReadonlyMap<string, string>;

  it('is entered, with a password for each account', async () => {
    const entered = await enter(example, into('data'));
    expect(entered).toMatchObject({
      code: 0,
      printed: expect.stringContaining('organisations 3, services 1, members of staff 4'),
    });
    passwords = passwordsIn(entered);
    expect([...passwords.keys()]).toEqual(['registrar', 'coordinator', 'caseworker', 'intake']);
    expect(new Set(passwords.values()).size).toBe(4);
  });

  it('is not entered twice, and grows by what is new in the file', async () => {
    const again = await enter(example, into('data'));
    expect([again.code, passwordsIn(again).size]).toEqual([0, 0]);
    const grown = await enter(
      await changed(([office]) => {
        (office!.staff as object[]).push({
          ...{ name: 'second', displayName: 'Друга реєстраторка (вигадана)', roles: ['network_registrar'] },
        });
      }),
      into('data'),
    );
    expect([grown.code, ...passwordsIn(grown).keys()]).toEqual([0, 'second']);
  });

  it('is told what of it cannot be, by the registry’s own codes; nobody gets an account for that', async () => {
    const refused = await enter(
      await changed((others) => {
        const [office, helpers, shelter] = others;
        Object.assign((office!.staff as object[])[0]!, { name: 'queen', roles: ['queen'] });
        (office!.staff as object[]).push({ ...(shelter!.staff as object[])[0]!, name: 'caseworker' });
        Object.assign(helpers!, { key: 'helpers-2', kind: 'club', staff: [] });
        Object.assign((shelter!.services as object[])[0]!, { key: 'other', pathways: ['gbv'] });
        others.push({ key: 'mistyped', since: '2026-01-01', name: {}, kind: 'ngo', dutyPhon: '1' });
      }),
      into('data'),
    );
    expect(refused.code).toBe(1);
    expect(refused.printed).toMatch(/office, queen: UNKNOWN_CODE; .*possible: caseworker/);
    expect(refused.printed).toMatch(/helpers-2: UNKNOWN_CODE; kind .*possible: ngo/);
    expect(refused.printed).toMatch(/office, caseworker: whoever signs in so is a member of another/);
    expect(refused.printed).toMatch(/shelter, other: NOT_CERTIFIED; possible: general/);
    expect(refused.printed).toMatch(/mistyped: INVALID_INPUT; unknown: dutyPhon\n/);
    expect(passwordsIn(refused).size).toBe(0);
  });

  it('has what the file says of its staff each time, and offers nothing twice, whoever is first in it', async () => {
    const again = await enter(
      await changed(([office, helpers, shelter]) => {
        Object.assign(office!, { dutyPhone: '+380 44 000 00 99' });
        (office!.staff as object[]).push({
          ...{ name: 'third', displayName: 'Третя (вигадана)', roles: ['network_registrar'] },
        });
        Object.assign((helpers!.staff as object[])[0]!, { roles: ['caseworker', 'supervisor'] });
        (shelter!.staff as object[]).unshift({
          ...{ name: 'boss', displayName: 'Керівниця (вигадана)', roles: ['actor_administrator'] },
        });
        Object.assign((shelter!.services as object[])[0]!, { room: { available: 9, maximum: 18 } });
      }),
      into('data'),
    );
    expect([...passwordsIn(again).keys()]).toEqual(['third', 'boss']);
    expect(again.printed).toContain('organisations 3, services 1, members of staff 6');
    expect(again.printed.split('Not as in the file:')[1]!.trim()).toBe(
      'office: is there already and differs from the file; it stays as it is',
    );
  });

  it('keeps out whoever has left, until the file says otherwise, and forgives who forgot', async () => {
    const left = (disabled: boolean) =>
      changed(([, , shelter]) => Object.assign((shelter!.staff as object[])[0]!, { disabled }));
    expect((await enter(await left(true), into('data'))).code).toBe(0);
    await withNetwork(async (browser) => {
      const refused = await browser.submit(
        await browser.follow('/auth/sign-in'),
        ...(['intake', passwords.get('intake')] as const),
      );
      expect(refused.status).toBe(401);
    });
    expect((await enter(await left(false), into('data'))).code).toBe(0);
    const renewed = await enter('--new-password', into('data'), 'intake');
    expect(renewed.code).toBe(0);
    expect(passwordsIn(renewed).get('intake')).not.toBe(passwords.get('intake'));
    passwords = new Map([...passwords, ...passwordsIn(renewed)]);
    expect(await enter('--new-password', into('data'), 'nobody')).toMatchObject({ code: 1 });
  });

  it('lets them in, to what is theirs', async () => {
    await withNetwork(async (browser) => {
      const operations = JSON.parse(await readFile(join(root, 'schema/operations/portal.json'), 'utf8'));
      const [documentId] = Object.entries(operations).find(([, text]) =>
        String(text).includes('query OwnServices'),
      )!;
      await browser.submit(await browser.follow('/auth/sign-in'), 'intake', passwords.get('intake'));
      expect(await browser.session()).toMatchObject({ signedIn: true, displayName: 'Чергова (вигадана)' });
      const { json } = await browser.ask({ documentId });
      expect(json.data.me.actor.services).toMatchObject([
        { service: 'SHL.TRANSIT', capacity: { state: 'capacity', available: 4, maximum: 18 } },
      ]);
    });
  });
});

/** What was entered, at work. */
async function withNetwork(look: (browser: Browser) => Promise<void>): Promise<void> {
  const network = await startNetwork({
    ...{ dir: join(dir, 'data'), port: 0, demonstration: false, now: () => new Date() },
    logger: createLogger({ service: 'test', level: 'silent' }),
  });
  try {
    await look(openBrowser(network.address));
  } finally {
    await network.stop();
  }
}

describe('what cannot be entered is said', () => {
  it.each([
    ['where the file is none', '{', /JSON like/],
    [
      'where its frame is wrong',
      '{ "organisations": [{ "key": "A" }] }',
      /key is 2 to 24.*\n.*since is a day/,
    ],
    [
      'where its words have the wrong form',
      JSON.stringify({
        organisations: [
          {
            ...{ key: 'one', since: '2026-01-01', certifications: {} },
            staff: [
              { name: 'Anna', displayName: 'A', roles: 'caseworker' },
              { name: ' anna', displayName: 'B', roles: [], role: 'any' },
            ],
            services: [{ key: 'bed', room: 4 }],
          },
        ],
      }),
      /certifications is a list(.*\n)+.*roles is a list(.*\n)+.*nothing is called role\n.*anna signs in somewhere else(.*\n)+.*room is like/,
    ],
    [
      'where people sign in elsewhere',
      JSON.stringify({
        organisations: [
          { key: 'one', since: '2026-01-01', staff: [{ subject: 'elsewhere|1', roles: ['caseworker'] }] },
        ],
      }),
      /people sign in by name/,
    ],
  ])('%s', async (_, text, said) => {
    const path = join(dir, 'wrong.json');
    await writeFile(path, text);
    expect(await enter(path, into('nothing'))).toMatchObject({
      code: 1,
      printed: expect.stringMatching(said),
    });
  });

  it('where the directory holds the demonstration', async () => {
    const data = join(dir, 'demonstration');
    await mkdir(data);
    await writeFile(join(data, 'kind'), 'demonstration\n');
    expect(await enter(example, into('demonstration'))).toMatchObject({
      code: 1,
      printed: expect.stringContaining('holds the demonstration'),
    });
  });
});
