/** Each rule on wording finds what it is for, and leaves the nearest innocent wording alone. */
import { describe, expect, it } from '@jest/globals';
import { isApproved } from './licence-terms.mjs';
import { faultsIn } from './written-rules.mjs';

describe('the rules on wording', () => {
  it.each([
    ['services/consent/src/app.ts', "const data = '/home/olha/stezhka';"],
    ['README.md', 'Clone it to C:\\Users\\olha'],
    ['README.md', 'npm config set registry https://npm.example.internal/'],
    ['README.md', 'see registry.npmjs.org'],
    ['.npmrc', 'registry=https://mirror.example'],
    ['pnpm-lock.yaml', '    resolution: {tarball: https://mirror.example/a.tgz}'],
    ['packages/auth/src/viewer.spec.ts', "it.only('alone', () => {});"],
    ['packages/auth/src/viewer.spec.ts', "describe.skip('never', () => {});"],
    ['packages/auth/src/viewer.spec.ts', 'xit(1);'],
    ['packages/auth/src/viewer.ts', '// TODO: later'],
    ['services/referrals/src/referral/decide.offers.ts', 'const now = Date.now();'],
    ['services/referrals/src/referral/evolve.ts', 'const id = randomUUID();'],
    ['infra/local/src/demonstration/load.ts', 'const handle = createCommandHandler(options);'],
    ['packages/auth/src/utils.ts', ''],
  ])('refuse in %s: %s', (path, text) => {
    expect(faultsIn(path, `\n${text}`)).toHaveLength(1);
  });

  it.each([
    ['README.md', 'as root the data lies in /var/lib/stezhka; run `npm start`'],
    ['services/registry/src/app.ts', "const url = 'http://registry.test/graphql';"],
    ['packages/auth/src/viewer.spec.ts', "it.each([1])('runs', () => {});"],
    ['packages/auth/src/viewer.ts', 'const limit = rows.skip;'],
    ['services/referrals/src/referral/decide.ts', 'const at = new Date(command.occurredAt);'],
    ['services/referrals/src/referral/decide.spec.ts', 'const at = new Date();'],
    ['services/referrals/src/app.ts', 'const id = randomUUID();'],
    ['services/referrals/src/referral/handle.ts', 'const handle = createCommandHandler(options);'],
  ])('allow in %s: %s', (path, text) => {
    expect(faultsIn(path, text)).toEqual([]);
  });

  it('say where', () => {
    expect(faultsIn('a.ts', 'fine\n// FIXME')).toEqual([{ line: 2, rule: 'work left for later' }]);
  });
});

describe('the terms of a licence', () => {
  it.each(['MIT', '(MIT AND BSD-3-Clause)', 'MIT OR GPL-3.0', '(BSL-1.1 OR Apache-2.0)'])(
    'approve %s',
    (terms) => {
      expect(isApproved(terms)).toBe(true);
    },
  );

  it.each(['Elastic-2.0', 'SEE LICENSE IN LICENSE.md', 'Unknown', 'UNLICENSED', '', 'MIT AND BUSL-1.1'])(
    'refuse "%s"',
    (terms) => {
      expect(isApproved(terms)).toBe(false);
    },
  );
});
