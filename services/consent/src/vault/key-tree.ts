/**
 * Epoch → person → class: a class key opens one class of one subject. Whoever destroys a person's key has destroyed
 * everything below it. Keys are made by whoever needs them first; of two who make one at once, one is kept.
 */
import type { Transaction } from 'kysely';
import type { SealedClass } from '../household/commands.js';
import type { ConsentTables } from '../rows.js';
import { epochKey, type KeyRing } from './key-ring.js';
import type { RandomBytes } from './seal.js';
import { unwrap, wrap } from './wrap.js';

type Tx = Transaction<ConsentTables>;
const KEY_BYTES = 32;

interface Subject {
  readonly householdId: string;
  readonly subjectId: string;
}

export interface KeyTree {
  /** The key of one class of one subject, made if there is none. */
  classKey(tx: Tx, of: Subject, dataClass: SealedClass): Promise<Buffer>;
  /** The same, undefined if it was never made or is erased. */
  findClassKey(tx: Tx, of: Subject, dataClass: SealedClass): Promise<Buffer | undefined>;
  /** The household's key for fingerprints, made if there is none. */
  makeHouseholdKey(tx: Tx, householdId: string, now: Date): Promise<Buffer>;
  findHouseholdKey(tx: Tx, householdId: string): Promise<Buffer | undefined>;
}

export function createKeyTree(ring: KeyRing, random: RandomBytes): KeyTree {
  const fresh = () => ({
    epoch: ring.current,
    wrapped_key: wrap(epochKey(ring, ring.current), random(KEY_BYTES)),
  });

  /** A person's own key and the one of this class below it, as far as they are there. */
  async function keysOf(tx: Tx, { householdId, subjectId }: Subject, dataClass: SealedClass) {
    const row = await tx
      .selectFrom('vault_person_key as person')
      .leftJoin('vault_class_key as below', (join) =>
        join
          .onRef('below.household_id', '=', 'person.household_id')
          .onRef('below.subject_id', '=', 'person.subject_id')
          .on('below.data_class', '=', dataClass),
      )
      .select(['person.epoch', 'person.wrapped_key as own', 'below.wrapped_key as ofClass'])
      .where('person.household_id', '=', householdId)
      .where('person.subject_id', '=', subjectId)
      .executeTakeFirst();
    if (!row) return {};
    const person = unwrap(epochKey(ring, row.epoch), row.own);
    return row.ofClass ? { person, ofClass: unwrap(person, row.ofClass) } : { person };
  }

  /** Undefined where somebody was faster. */
  async function makePersonKey(tx: Tx, { householdId, subjectId }: Subject): Promise<Buffer | undefined> {
    const made = await tx
      .insertInto('vault_person_key')
      .values({ household_id: householdId, subject_id: subjectId, ...fresh() })
      .onConflict((conflict) => conflict.doNothing())
      .returning(['epoch', 'wrapped_key'])
      .executeTakeFirst();
    return made && unwrap(epochKey(ring, made.epoch), made.wrapped_key);
  }

  async function makeClassKey(
    tx: Tx,
    { householdId, subjectId }: Subject,
    dataClass: SealedClass,
    person: Buffer,
  ): Promise<Buffer | undefined> {
    const made = await tx
      .insertInto('vault_class_key')
      .values({
        household_id: householdId,
        subject_id: subjectId,
        data_class: dataClass,
        wrapped_key: wrap(person, random(KEY_BYTES)),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('wrapped_key')
      .executeTakeFirst();
    return made && unwrap(person, made.wrapped_key);
  }

  async function findHouseholdKey(tx: Tx, householdId: string): Promise<Buffer | undefined> {
    const row = await tx
      .selectFrom('vault_household_key')
      .select(['epoch', 'wrapped_key'])
      .where('household_id', '=', householdId)
      .executeTakeFirst();
    return row && unwrap(epochKey(ring, row.epoch), row.wrapped_key);
  }

  return {
    findHouseholdKey,
    findClassKey: async (tx, of, dataClass) => (await keysOf(tx, of, dataClass)).ofClass,
    async classKey(tx, of, dataClass) {
      const known = await keysOf(tx, of, dataClass);
      if (known.ofClass) return known.ofClass;
      const person =
        known.person ?? (await makePersonKey(tx, of)) ?? (await keysOf(tx, of, dataClass)).person!;
      const made = await makeClassKey(tx, of, dataClass, person);
      return made ?? (await keysOf(tx, of, dataClass)).ofClass!;
    },
    async makeHouseholdKey(tx, householdId, now) {
      const kept = await tx
        .insertInto('vault_household_key')
        .values({ household_id: householdId, ...fresh(), written_at: now, named: false })
        .onConflict((conflict) => conflict.column('household_id').doUpdateSet({ written_at: now }))
        .returning(['epoch', 'wrapped_key'])
        .executeTakeFirstOrThrow();
      return unwrap(epochKey(ring, kept.epoch), kept.wrapped_key);
    },
  };
}
