/**
 * A wall that nobody would miss is no wall. Each rule is taken out with the other wall already down, each policy with
 * all rules already out; then something must come that should not have come.
 */
import { consentRules } from '@stezhka/consent';
import { insightsRules } from '@stezhka/insights';
import { provisionDatabase } from '@stezhka/read-model';
import { referralRules } from '@stezhka/referrals';
import { registryRules } from '@stezhka/registry';
import pg from 'pg';
import { enterFresh } from './fresh.js';
import type { House, Openings, ServiceName } from './house.js';
import type { Findings } from './judge.js';
import type { Matrix } from './matrix.js';
import type { Policy } from './rows-everywhere.js';
import { openAndIsolated } from './scenario.routes.js';
import { memberKeys, viewerKeys } from './viewers.js';
import { rulesAlone } from './walls.js';

export interface Rule {
  readonly service: ServiceName;
  readonly name: string;
}

export const allRules: readonly Rule[] = Object.entries({
  registry: registryRules,
  consent: consentRules,
  referrals: referralRules,
  insights: insightsRules,
}).flatMap(([service, rules]) =>
  Object.keys(rules).map((name) => ({ service: service as ServiceName, name })),
);

/** Rules that ask of a viewer only whether she is somebody: to take such a one out is to let nobody in as well. */
const asksForAnybody: readonly string[] = ['actor.read', 'coverage.read'];

function without({ service, name }: Rule): Openings {
  const gap = asksForAnybody.includes(name) ? { neverAsked: name } : [name];
  return { ...rulesAlone.openings, [service]: gap };
}

/** Whom a rule keeps out; who is nobody is kept out before. */
const whom = (rule: Rule) => (asksForAnybody.includes(rule.name) ? viewerKeys : memberKeys);

/** A fault of the network's own is not something that came. */
const isNoticed = ({ wrong }: Findings) => wrong.some(({ came }) => came !== 'INTERNAL');

/** By which way a missing rule shows; of one that is not named here all ways are tried. */
const shows: Readonly<Record<string, 'looking' | 'disclosing' | 'asking' | 'acting'>> = {
  ...Object.fromEntries(
    [
      ...['actor.read', 'service.read', 'pathway.read', 'staff.read', 'household.read'],
      ...['referral.availability', 'candidates.read', 'candidates.know', 'referral.read'],
      ...['coverage.read', 'month.read', 'silence.read'],
    ].map((name) => [name, 'looking']),
  ),
  ...{ 'referral.disclose': 'disclosing', 'referral.opens': 'disclosing', 'authority.learn': 'asking' },
  ...Object.fromEntries(
    [
      ...['actor.admit', 'actor.certify', 'actor.changeStatus', 'service.manage', 'capacity.report'],
      ...['staff.manage', 'staff.empower', 'staff.claim', 'staff.grantRole'],
      ...['household.open', 'household.write', 'household.unseal', 'household.withdraw'],
      ...['referral.note', 'referral.takes_notes', 'referral.draft', 'referral.send'],
      ...['referral.withdraw', 'referral.answer', 'referral.confirm'],
      ...['authority.give', 'authority.revoke', 'authority.ask'],
    ].map((name) => [name, 'acting']),
  ),
};

/** The rules that can be taken out without anybody noticing. */
export async function unnoticedRules(matrix: Matrix, rules: readonly Rule[]): Promise<readonly string[]> {
  const tried = (rule: Rule, way: string) => (shows[rule.name] ?? way) === way;
  const asking = (rule: Rule) => ({
    openings: without(rule),
    only: rule.service,
    viewers: whom(rule),
    enough: isNoticed,
  });
  let left = [...rules];
  const pass = async (way: string, findings: (rule: Rule) => Promise<Findings>) => {
    const noticed = new Set<Rule>();
    for (const rule of left) if (tried(rule, way) && isNoticed(await findings(rule))) noticed.add(rule);
    left = left.filter((rule) => !noticed.has(rule));
  };
  // First whatever only looks: what is done afterwards changes what there is to see.
  await pass('looking', (rule) => matrix.look({ ...rulesAlone, ...asking(rule) }));
  await pass('disclosing', (rule) => matrix.disclose(asking(rule)));
  await pass('asking', (rule) => matrix.ask(asking(rule)));
  const fresh = await enterFresh(matrix.house.network, matrix.scenario, openAndIsolated);
  await pass('acting', (rule) => matrix.act({ ...asking(rule), fresh }));
  // What one rule let happen may have hidden what another would: each of these with things of its own.
  await pass('acting', (rule) => matrix.act(asking(rule)));
  return left.map(({ service, name }) => `${service} ${name}`);
}

/** The policies that can be opened without anybody noticing. */
export async function unnoticedPolicies(
  matrix: Matrix,
  policies: readonly Policy[],
): Promise<readonly string[]> {
  const unnoticed: string[] = [];
  for (const policy of policies) {
    const { service, table, name } = policy;
    await alter(matrix.house, policy, 'true');
    try {
      if (!isNoticed(await matrix.readRows([policy]))) unnoticed.push(`${service} ${table} ${name}`);
    } finally {
      await alter(matrix.house, policy, policy.using);
    }
  }
  return unnoticed;
}

async function alter({ cluster }: House, { service, table, name }: Policy, using: string): Promise<void> {
  const { migrationUrl } = await provisionDatabase({ adminUrl: cluster.adminUrl, service });
  const client = new pg.Client({ connectionString: migrationUrl });
  await client.connect();
  try {
    const [policy, on] = [pg.escapeIdentifier(name), pg.escapeIdentifier(table)];
    await client.query(`alter policy ${policy} on ${on} using (${using})`);
  } finally {
    await client.end();
  }
}
