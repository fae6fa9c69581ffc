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

  async function personKey(tx: Tx, { householdId, subjectId }: Subject): Promise<Buffer | undefined> {
    const row = await tx
      .selectFrom('vault_person_key')
      .select(['epoch', 'wrapped_key'])
      .where('household_id', '=', householdId)
      .where('subject_id', '=', subjectId)
      .executeTakeFirst();
    return row && unwrap(epochKey(ring, row.epoch), row.wrapped_key);
  }

  async function makePersonKey(tx: Tx, of: Subject): Promise<Buffer> {
    await tx
      .insertInto('vault_person_key')
      .values({ household_id: of.householdId, subject_id: of.subjectId, ...fresh() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return (await personKey(tx, of))!;
  }

  async function findClassKey(tx: Tx, of: Subject, dataClass: SealedClass): Promise<Buffer | undefined> {
    const person = await personKey(tx, of);
    if (!person) return undefined;
    const row = await tx
      .selectFrom('vault_class_key')
      .select('wrapped_key')
      .where('household_id', '=', of.householdId)
      .where('subject_id', '=', of.subjectId)
      .where('data_class', '=', dataClass)
      .executeTakeFirst();
    return row && unwrap(person, row.wrapped_key);
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
    findClassKey,
    findHouseholdKey,
    async classKey(tx, of, dataClass) {
      const person = (await personKey(tx, of)) ?? (await makePersonKey(tx, of));
      await tx
        .insertInto('vault_class_key')
        .values({
          household_id: of.householdId,
          subject_id: of.subjectId,
          data_class: dataClass,
          wrapped_key: wrap(person, random(KEY_BYTES)),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return (await findClassKey(tx, of, dataClass))!;
    },
    async makeHouseholdKey(tx, householdId, now) {
      await tx
        .insertInto('vault_household_key')
        .values({ household_id: householdId, ...fresh(), written_at: now, named: false })
        .onConflict((conflict) => conflict.column('household_id').doUpdateSet({ written_at: now }))
        .execute();
      return (await findHouseholdKey(tx, householdId))!;
    },
  };
}
