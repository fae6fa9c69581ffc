/** Compares what came with what the rules by hand expect, field by field, and keeps the count. */
import type { FieldClass } from '@stezhka/vocabulary';
import type { GraphQLSchema } from 'graphql';
import { expectation, type Presence } from './expectations.js';
import type { Scenario } from './scenario.js';
import { entityTypes, fieldsOf, objectTypeOf } from './schema-fields.js';
import type { Subject, Subjects } from './subjects.js';
import { memberOf, type ViewerKey } from './viewers.js';

/** One combination: which field, for whom, by which way, of what. */
export interface Cell {
  readonly coordinate: string;
  readonly viewer: ViewerKey;
  readonly way: string;
  readonly subject: string;
}

export interface Verdict extends Cell {
  readonly expected: string;
  readonly came: string;
}

export interface Findings {
  checked: number;
  readonly wrong: Verdict[];
  /** For each field, what was expected of it at least once. */
  readonly met: Map<string, Set<Presence>>;
}

export const noFindings = (): Findings => ({ checked: 0, wrong: [], met: new Map() });

export interface Judging {
  readonly schema: GraphQLSchema;
  readonly classes: ReadonlyMap<string, FieldClass>;
  readonly subjects: Subjects;
  readonly scenario: Scenario;
  readonly findings: Findings;
  /** Fields, and keys of a service, on which the wall that is left says nothing. */
  readonly passOver: (coordinate: string) => boolean;
}

export type Given = Record<string, unknown>;

export interface Looking {
  readonly viewer: ViewerKey;
  readonly way: string;
}

export function note(
  judging: { readonly findings: Findings },
  cell: Cell,
  expected: string,
  came: string,
  met?: Presence,
): void {
  const { findings } = judging;
  findings.checked += 1;
  if (met) findings.met.set(cell.coordinate, (findings.met.get(cell.coordinate) ?? new Set()).add(met));
  if (expected !== came) findings.wrong.push({ ...cell, expected, came });
}

/** One thing as it came, or undefined where nothing came. */
export function judgeThing(
  judging: Judging,
  looking: Looking,
  subject: Subject,
  given: Given | undefined,
): void {
  judgeFields(judging, looking, subject, subject.type, given === undefined ? undefined : [given], false);
}

function judgeFields(
  judging: Judging,
  looking: Looking,
  subject: Subject,
  type: string,
  things: readonly Given[] | undefined,
  parentBlank: boolean,
): void {
  const { schema, classes, scenario } = judging;
  const { viewer: viewerKey, way } = looking;
  for (const field of fieldsOf(schema, type)) {
    const coordinate = `${type}.${field.name}`;
    if (judging.passOver(coordinate)) continue;
    const fieldClass = classes.get(coordinate);
    if (!fieldClass) throw new Error(`a field without a class: ${coordinate}`);
    const viewer = memberOf(viewerKey);
    const asked = { coordinate, fieldClass, viewer, viewerKey, subject, scenario };
    const { presence, within } = expectation(asked);
    const expected: Presence = parentBlank && presence === 'value' ? 'blank' : presence;
    const values = things?.flatMap((thing) => thing[field.name] ?? []).filter((value) => !isBlank(value));
    const came: Presence = values === undefined ? 'gone' : values.length === 0 ? 'blank' : 'value';
    const cell = { coordinate, viewer: viewerKey, way, subject: nameOf(subject) };
    // Within a list that is rightly empty there is no thing of which a field could be blank.
    note(judging, cell, expected, came === 'gone' && parentBlank ? 'blank' : came, expected);
    const foreign = within && values?.map(idOrSelf).filter((value) => !within.includes(value));
    if (foreign?.length) note(judging, cell, `within ${within}`, String(foreign));
    const inner = objectTypeOf(field);
    if (!inner) continue;
    if (entityTypes.includes(inner)) judgeEntities(judging, looking, cell, inner, values ?? []);
    else
      judgeFields(
        judging,
        looking,
        subject,
        inner,
        values && (values as Given[]).length > 0 ? (values as Given[]) : undefined,
        expected === 'blank',
      );
  }
}

/** Things with rules of their own, met along an edge. */
function judgeEntities(
  judging: Judging,
  looking: Looking,
  cell: Cell,
  type: string,
  values: readonly unknown[],
): void {
  for (const value of values as Given[]) {
    const subject = judging.subjects.find(type, String(value.id));
    if (!subject) note(judging, cell, 'something of the scenario', `${type} ${value.id}`);
    else if (Object.keys(value).length > 1) {
      const way = `${looking.way} → ${cell.coordinate}`;
      const whole = fieldsOf(judging.schema, type).every((field) => field.name in value);
      if (whole) judgeThing(judging, { ...looking, way }, subject, value);
    }
  }
}

export function isBlank(value: unknown): boolean {
  return (
    value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0)
  );
}

const idOrSelf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value);

export function nameOf(subject: Subject): string {
  switch (subject.type) {
    case 'Referral':
      return `${subject.referral.pathway} referral, ${subject.referral.standing}`;
    case 'Household':
      return `${subject.household.pathway} household${subject.household.withdrawn ? ', withdrawn' : ''}`;
    case 'Actor':
      return `actor ${subject.actor}`;
    case 'OfferedService':
      return `service ${subject.key}`;
    case 'StaffMember':
      return `staff ${subject.key}`;
    case 'Candidate':
      return `candidate ${subject.offer.service} of ${subject.offer.actor}`;
    default:
      return subject.type;
  }
}
