import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seed, someOf } from '../counts.js';
import type { Act } from './acts.js';
import { portionOf } from './chosen.js';
import { type Matrix, startedMatrix } from './matrix.js';
import { allRules, unnoticedPolicies, unnoticedRules } from './removal.js';
import { policiesOf } from './rows-everywhere.js';
import { routes } from './scenario.js';
import { summary } from './summary.js';
import { memberOf, type ViewerKey } from './viewers.js';
import { rowsAlone, rulesAlone } from './walls.js';

const start = seed();
const chosen = portionOf(start);

let matrix: Matrix;
beforeAll(async () => {
  matrix = await startedMatrix();
});
afterAll(() => matrix?.stop());

const told = (what: string, count: number) => process.stdout.write(`${what}: ${count} combinations\n`);

describe('row security alone', () => {
  it('shows each viewer her rows of every table', async () => {
    const findings = await matrix.readRows();
    expect(summary(findings)).toEqual([]);
    told('rows', findings.checked);
  });

  it('shows every field of a row as both walls do', async () => {
    const findings = await matrix.look({ ...rowsAlone, chosen });
    expect(summary(findings)).toEqual([]);
    told('row security alone', findings.checked);
  }, 900_000);
});

describe('the rules alone', () => {
  it('show every field as both walls do', async () => {
    const findings = await matrix.look({ ...rulesAlone, chosen });
    expect(summary(findings)).toEqual([]);
    told('rules alone', findings.checked);
  }, 900_000);

  it('open content as both walls do', async () => {
    const findings = await matrix.disclose({ ...rulesAlone, tries: chosen });
    expect(summary(findings)).toEqual([]);
    told('disclosure by rules alone', findings.checked);
  }, 900_000);
});

it('tells by code what both walls do, by the rules alone', async () => {
  const findings = await matrix.ask(rulesAlone);
  expect(summary(findings)).toEqual([]);
  told('askings by rules alone', findings.checked);
}, 300_000);

describe('a wall is missed', () => {
  it('when any policy is opened', async () => {
    const policies = someOf(await policiesOf(matrix.house), start);
    expect(await unnoticedPolicies(matrix, policies)).toEqual([]);
    process.stdout.write(`policies opened, one at a time: ${policies.length}\n`);
    // All of them stand again.
    expect(summary(await matrix.readRows())).toEqual([]);
  }, 900_000);

  it('when any rule is taken out', async () => {
    const rules = someOf(allRules, start);
    expect(await unnoticedRules(matrix, rules)).toEqual([]);
    process.stdout.write(`rules taken out, one at a time: ${rules.length}\n`);
  }, 900_000);
});

it('lets nobody do what she may not, by the rules alone', async () => {
  const findings = await matrix.act({ ...rulesAlone, tries: chosen });
  expect(summary(findings)).toEqual([]);
  told('acts by rules alone', findings.checked);
}, 900_000);

describe("the household's stream alone", () => {
  const openings = { consent: 'all' } as const;
  const isNamed = ({ named }: Act, viewer: ViewerKey, pathway: keyof typeof routes) => {
    const { actor } = memberOf(viewer) ?? {};
    const owner = actor === 'sender';
    const recipient = actor === routes[pathway].recipient;
    return (named !== 'recipient' && owner) || (named !== 'owner' && recipient);
  };

  it('lets no other actor do anything with a household or what is shared of it', async () => {
    const findings = await matrix.act({
      openings,
      tries: (act, viewer, pathway) => act.named !== undefined && !isNamed(act, viewer, pathway) && chosen(),
    });
    expect(summary(findings)).toEqual([]);
    told('acts by the stream alone', findings.checked);
  }, 900_000);

  it('opens nothing to another actor, and nothing to anybody after a withdrawal', async () => {
    const findings = await matrix.disclose({
      openings,
      tries: (viewer, { standing, recipient }) =>
        (['draft', 'prepared', 'called_off', 'refused', 'withdrawn'].includes(standing) ||
          memberOf(viewer)?.actor !== recipient) &&
        chosen(),
    });
    expect(summary(findings)).toEqual([]);
    told('disclosure by the stream alone', findings.checked);
  }, 900_000);
});
