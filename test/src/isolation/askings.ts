/** How each referral stands, asked with each code that an authority was given: who is told, and what by the rules. */
import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { type Findings, note } from './judge.js';
import type { Path } from './paths.js';
import { statusTold } from './rules-by-hand.js';
import type { CodeSubject } from './scenario.codes.js';
import type { Scenario } from './scenario.js';
import { selectionOf } from './schema-fields.js';
import { memberOf, type ViewerKey } from './viewers.js';

export interface AskingAbout {
  readonly path: Path;
  readonly schema: GraphQLSchema;
  readonly scenario: Scenario;
  readonly viewers: readonly ViewerKey[];
  readonly findings: Findings;
  /** Which questions of those to whom no code was given are asked in a shortened run; all of them if absent. */
  readonly tries?: () => boolean;
}

/** A code that nobody was given. */
const NOBODYS = '0000-0000-0000-0000-0';

export async function askWithEveryCode(asking: AskingAbout): Promise<void> {
  const { scenario, viewers, tries = () => true } = asking;
  for (const viewer of viewers) {
    // Of the isolated pathway as of one that never was: whoever is not told is told the same.
    for (const subject of scenario.codes)
      if (viewer === 'official' || tries()) await askWith(asking, viewer, subject.code, subject);
    await askWith(asking, viewer, NOBODYS);
  }
}

async function askWith(
  { path, schema, findings }: AskingAbout,
  viewer: ViewerKey,
  code: string,
  subject?: CodeSubject,
): Promise<void> {
  const query = `mutation ($input: AskReferralStatusInput!) { askReferralStatus(input: $input) ${selectionOf(schema, 'AskReferralStatusResult', 0)} }`;
  const answer = await path.ask(viewer, query, { input: { key: randomUUID(), code } });
  const given = answer.data?.askReferralStatus;
  const came = answer.errors[0]?.extensions.code ?? `${given?.status}${given?.month ? ', and a month' : ''}`;
  const status = statusTold(memberOf(viewer), subject);
  const expected = status === 'not_available' || /^[A-Z_]+$/.test(status) ? status : `${status}, and a month`;
  const named = subject
    ? [subject.pathway, subject.standing, subject.authority, subject.revoked && 'revoked']
        .filter(Boolean)
        .join(', ')
    : 'a code that nobody was given';
  const way = `${path.name} askReferralStatus`;
  note(
    { findings },
    { coordinate: 'AskReferralStatusResult.status', viewer, way, subject: named },
    expected,
    came,
  );
}
