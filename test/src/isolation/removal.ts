/**
 * A wall that nobody would miss is no wall. Each rule is taken out with the other wall already down, each policy with
 * all rules already out; then something must come that should not have come.
 */
import { consentRules } from '@stezhka/consent';
import { provisionDatabase } from '@stezhka/read-model';
import { referralRules } from '@stezhka/referrals';
import { registryRules } from '@stezhka/registry';
import pg from 'pg';
import type { House, Openings, ServiceName } from './house.js';
import type { Findings } from './judge.js';
import type { Matrix } from './matrix.js';
import type { Policy } from './rows-everywhere.js';
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
}).flatMap(([service, rules]) =>
  Object.keys(rules).map((name) => ({ service: service as ServiceName, name })),
);

/** Rules that ask of a viewer only whether she is somebody: to take such a one out is to let nobody in as well. */
const asksForAnybody: readonly string[] = ['actor.read'];

function without({ service, name }: Rule): Openings {
  const gap = asksForAnybody.includes(name) ? { neverAsked: name } : [name];
  return { ...rulesAlone.openings, [service]: gap };
}

/** Whom a rule keeps out; who is nobody is kept out before. */
const whom = (rule: Rule) => (asksForAnybody.includes(rule.name) ? viewerKeys : memberKeys);

/** A fault of the network's own is not something that came. */
const isNoticed = ({ wrong }: Findings) => wrong.some(({ came }) => came !== 'INTERNAL');

/** The rules that can be taken out without anybody noticing. */
export async function unnoticedRules(matrix: Matrix, rules: readonly Rule[]): Promise<readonly string[]> {
  // First whatever only looks: what is done afterwards changes what there is to see.
  const left: Rule[] = [];
  for (const rule of rules) {
    const openings = without(rule);
    const only = rule.service;
    const looking = { openings, only, viewers: whom(rule), enough: isNoticed };
    const seen = isNoticed(await matrix.look({ ...rulesAlone, ...looking }));
    if (!seen && !isNoticed(await matrix.disclose({ openings, only }))) left.push(rule);
  }
  const unnoticed: string[] = [];
  for (const rule of left) {
    const only = rule.service;
    const acting = { openings: without(rule), only, viewers: memberKeys, enough: isNoticed };
    const acted = await matrix.act(acting);
    if (!isNoticed(acted)) unnoticed.push(`${rule.service} ${rule.name}`);
  }
  return unnoticed;
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
