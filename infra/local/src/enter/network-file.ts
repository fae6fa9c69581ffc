/**
 * A network of one's own, written down in a file. Here only its frame is looked at: every word in it is judged by the
 * registry, which would refuse the same to anybody.
 */

import { comparableName } from '@stezhka/identity';

export interface StaffEntry {
  /** What she signs in with, and what colleagues see: for the embedded provider. */
  readonly name?: string;
  readonly displayName?: string;
  /** Her subject at another issuer, where accounts are made. */
  readonly subject?: string;
  readonly roles: readonly string[];
  readonly certifications?: readonly string[];
  /** She has left: true ends her access at once, false gives it back; absent, it stays as it is. */
  readonly disabled?: boolean;
}

export interface ServiceEntry {
  readonly key: string;
  /** What is free and how many places there are, if they are counted. */
  readonly room?: Readonly<Record<string, unknown>>;
  /** As the registry's `OfferServiceInput` has them. */
  readonly terms: Readonly<Record<string, unknown>>;
}

export interface OrganisationEntry {
  /** Hers alone in the file, and the same for ever: by it the next entering knows what is there already. */
  readonly key: string;
  /** Since when she is in the network: a day or a moment. */
  readonly since: string;
  readonly operations: string;
  readonly certifications: readonly string[];
  readonly staff: readonly StaffEntry[];
  readonly services: readonly ServiceEntry[];
  /** As the registry's `AdmitActorInput` has it. */
  readonly profile: Readonly<Record<string, unknown>>;
}

/** Everything that is wrong with the frame of a file. */
export class NetworkFileFault extends Error {
  override readonly name = 'NetworkFileFault';
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

const KEY = /^[a-z0-9-]{2,24}$/;
const KEY_IN_WORDS = '2 to 24 small letters, digits or -';

/** @throws NetworkFileFault */
export function readNetworkFile(text: string): readonly OrganisationEntry[] {
  const faults: string[] = [];
  const organisations = listIn(parsed(text), 'organisations', 'the file', faults);
  if (organisations.length === 0) faults.push('the file: organisations has none');
  const keys = new Set<string>();
  const names = new Set<string>();
  const entries = organisations.map((given, n): OrganisationEntry => {
    const { key, since, operations = 'full', certifications, staff, services, ...profile } = given;
    const at = typeof key === 'string' ? key : `organisations[${n}]`;
    checkKey(key, keys, at, faults);
    if (typeof since !== 'string') faults.push(`${at}: since is a day, like "2026-11-01"`);
    const ofServices = new Set<string>();
    return {
      key: String(key),
      since: String(since),
      operations: String(operations),
      certifications: wordsIn({ certifications }, 'certifications', at, faults),
      staff: listIn({ staff }, 'staff', at, faults).map((member, m) =>
        staffIn(member, names, `${at}, staff[${m}]`, faults),
      ),
      services: listIn({ services }, 'services', at, faults).map(({ key: own, room, ...terms }, m) => {
        checkKey(own, ofServices, `${at}, services[${m}]`, faults);
        if (room !== undefined && !isObject(room))
          faults.push(`${at}, ${own}: room is like { "available": 4, "maximum": 18 }`);
        return { key: String(own), ...(isObject(room) ? { room } : {}), terms };
      }),
      profile,
    };
  });
  if (faults.length > 0) throw new NetworkFileFault(faults);
  return entries;
}

function parsed(text: string): Record<string, unknown> {
  try {
    // Some editors put a mark before the first letter.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isObject(value)) return value;
  } catch {
    // What the parser complains of would quote the file.
  }
  throw new NetworkFileFault(['the file: JSON like { "organisations": [ … ] } is expected']);
}

function staffIn(
  given: Record<string, unknown>,
  names: Set<string>,
  at: string,
  faults: string[],
): StaffEntry {
  const { name, displayName, subject, disabled, ...rest } = given;
  const isNamed = isWritten(name) && isWritten(displayName);
  if (isNamed === (typeof subject === 'string'))
    faults.push(`${at}: either name and displayName, or a subject of another issuer`);
  if (disabled !== undefined && typeof disabled !== 'boolean')
    faults.push(`${at}: disabled is true or false`);
  const { roles, certifications, ...unknown } = rest;
  for (const word of Object.keys(unknown)) faults.push(`${at}: nothing is called ${word}`);
  if (isNamed) {
    // As they are compared when somebody signs in.
    const comparable = comparableName(name);
    if (names.has(comparable)) faults.push(`${at}: ${name} signs in somewhere else in the file`);
    names.add(comparable);
  }
  return {
    ...(isNamed ? { name, displayName } : { subject: String(subject) }),
    roles: wordsIn({ roles }, 'roles', at, faults),
    certifications: wordsIn({ certifications }, 'certifications', at, faults),
    ...(typeof disabled === 'boolean' ? { disabled } : {}),
  };
}

function checkKey(key: unknown, known: Set<string>, at: string, faults: string[]): void {
  if (typeof key !== 'string' || !KEY.test(key)) faults.push(`${at}: key is ${KEY_IN_WORDS}`);
  else if (known.has(key)) faults.push(`${at}: key ${key} is there twice`);
  else known.add(key);
}

/** Absent is none. */
function listIn(
  of: Readonly<Record<string, unknown>>,
  name: string,
  at: string,
  faults: string[],
): Record<string, unknown>[] {
  const { [name]: list = [] } = of;
  if (Array.isArray(list) && list.every(isObject)) return list;
  faults.push(`${at}: ${name} is a list of objects`);
  return [];
}

/** Absent is none. */
function wordsIn(
  of: Readonly<Record<string, unknown>>,
  name: string,
  at: string,
  faults: string[],
): readonly string[] {
  const { [name]: list = [] } = of;
  if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return list;
  faults.push(`${at}: ${name} is a list of words`);
  return [];
}

const isWritten = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
