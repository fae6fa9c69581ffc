/** Sealed content of each referral, asked for class by class: what its state and the agreement open, and to whom. */
import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { type Findings, nameOf, note } from './judge.js';
import type { Path } from './paths.js';
import { mayDisclose, type SealedClass, sealedClasses } from './rules-by-hand.js';
import type { ReferralSubject } from './scenario.js';
import { selectionOf } from './schema-fields.js';
import type { Subjects } from './subjects.js';
import { memberOf, type ViewerKey } from './viewers.js';

export interface Disclosing {
  readonly path: Path;
  readonly schema: GraphQLSchema;
  readonly subjects: Subjects;
  readonly viewers: readonly ViewerKey[];
  readonly findings: Findings;
  readonly head: () => Promise<bigint | undefined>;
  readonly tries?: (viewer: ViewerKey, referral: ReferralSubject) => boolean;
  /** Which of those to whom nothing is open ask in a shortened run; all of them if absent. */
  readonly someShut?: (() => boolean) | undefined;
  /** Whether enough is known; all is asked if absent. */
  readonly enough?: (findings: Findings) => boolean;
}

const contentOf = { C1: 'contact', C2: 'decisionSet', C3: 'protection', C4: 'special' } as const;

export async function discloseEverything(disclosing: Disclosing): Promise<void> {
  const { subjects, viewers, findings, head, tries = () => true } = disclosing;
  const { someShut = () => true, enough = () => false } = disclosing;
  for (const subject of subjects.of('Referral')) {
    const { referral } = subject;
    if (enough(findings)) return;
    const opens = (viewer: ViewerKey) => mayDisclose(memberOf(viewer), referral);
    const trying = viewers.filter(
      (viewer) => tries(viewer, referral) && (opens(viewer).length > 0 || someShut()),
    );
    const before = await head();
    const shut = trying.filter((viewer) => opens(viewer).length === 0);
    await Promise.all(shut.map((viewer) => askFor(disclosing, viewer, referral, nameOf(subject))));
    const cell = {
      coordinate: 'Mutation.discloseReferral',
      viewer: 'anonymous',
      way: disclosing.path.name,
    } as const;
    const recorded = (await head()) === before ? 'nothing recorded' : 'an event';
    note({ findings }, { ...cell, subject: nameOf(subject) }, 'nothing recorded', recorded);
    for (const viewer of trying)
      if (!shut.includes(viewer)) await askFor(disclosing, viewer, referral, nameOf(subject));
  }
}

async function askFor(
  { path, schema, findings }: Disclosing,
  viewer: ViewerKey,
  referral: ReferralSubject,
  subject: string,
): Promise<void> {
  const query = `mutation ($input: DiscloseReferralInput!) { discloseReferral(input: $input) ${selectionOf(schema, 'PersonDisclosure', 0)} }`;
  const member = memberOf(viewer);
  const possible = mayDisclose(member, referral);
  // To whom nothing is open everything is asked for at once: whatever were open would show.
  const questions = possible.length === 0 ? [sealedClasses] : sealedClasses.map((one) => [one]);
  for (const classes of questions) {
    const wanted = classes[0]!;
    const asked = { referralId: referral.id, classes, purpose: 'service_delivery' };
    const answer = await path.ask(viewer, query, { input: { key: randomUUID(), ...asked } });
    const records = (answer.data?.discloseReferral?.records ?? []) as Record<string, unknown>[];
    const error = answer.errors[0]?.extensions;
    const came = error ? [error.code, ...(error.possible ?? [])].join(' ') : opened(records, referral);
    const way = `${path.name} discloseReferral`;
    const cell = { coordinate: `OpenedRecord.${contentOf[wanted]}`, viewer, way, subject };
    note({ findings }, cell, expected(wanted), came, possible.includes(wanted) ? 'value' : 'gone');
  }

  function expected(wanted: SealedClass): string {
    if (!member) return 'UNAUTHENTICATED';
    if (possible.length === 0) return 'NOT_FOUND';
    if (!possible.includes(wanted)) return ['NOT_AGREED', ...possible].join(' ');
    return `hers: ${contentOf[wanted]}`;
  }
}

/** Which contents came, whether they are those of this household, and whether its ids came with them. */
function opened(records: readonly Record<string, unknown>[], { household }: ReferralSubject): string {
  const contents = Object.values(contentOf).filter((name) => records.some((record) => record[name] !== null));
  const hers =
    records.length > 0 && records.every((record) => JSON.stringify(record).includes(household.canary));
  // What two recipients could compare.
  const own = [household.id, ...household.memberIds, ...household.recordIds];
  const comparable = own.some((id) => JSON.stringify(records).includes(id));
  return `${hers ? 'hers' : 'not hers'}: ${contents.join()}${comparable ? ' by ids of the household' : ''}`;
}
