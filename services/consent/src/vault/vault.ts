/**
 * Where words that people said are kept: ciphertext and wrapped keys, in rows that no viewer can read. A row is
 * written before the event that names it; until then nobody can ask for it.
 */
import { payloadHashOf } from '@stezhka/event-store';
import type { ReadModel } from '@stezhka/read-model';
import type { ConsentTables } from '../rows.js';
import type { RecordContent } from './content.js';
import { type KeyRing, VaultError } from './key-ring.js';
import { createKeyTree } from './key-tree.js';
import { digestOf, type RandomBytes, type RecordPlace, seal, unseal } from './seal.js';

/** A record as its event names it. */
export interface NamedRecord extends RecordPlace {
  readonly digest: string;
}

export interface Vault {
  /** The household's key for fingerprints, made at its opening. */
  makeHouseholdKey(householdId: string, now: Date): Promise<Buffer>;
  /** Undefined where there never was a household, or it is erased. */
  householdKey(householdId: string): Promise<Buffer | undefined>;
  /** Seals a content at its place, or finds what an earlier attempt sealed there. */
  write(place: RecordPlace, content: object, now: Date): Promise<{ version: number; digest: string }>;
  /**
   * Opens records in the order asked.
   * @throws VaultError if one is missing, or is not what its event names
   */
  open(records: readonly NamedRecord[]): Promise<readonly RecordContent[]>;
}

/** What stands for a content in commands: HMAC of its canonical JSON under the household's key. */
export function fingerprintOf(householdKey: Uint8Array, content: object): string {
  return payloadHashOf(householdKey, content);
}

export function createVault(deps: {
  readonly readModel: ReadModel<ConsentTables>;
  readonly keyRing: KeyRing;
  readonly random: RandomBytes;
}): Vault {
  const { readModel, random } = deps;
  const keys = createKeyTree(deps.keyRing, random);
  return {
    makeHouseholdKey: (householdId, now) =>
      readModel.asRecorder((tx) => keys.makeHouseholdKey(tx, householdId, now)),
    householdKey: (householdId) => readModel.asRecorder((tx) => keys.findHouseholdKey(tx, householdId)),

    write: (place, content, now) =>
      readModel.asRecorder(async (tx) => {
        const { recordId, version, householdId, subjectId, dataClass } = place;
        const key = await keys.classKey(tx, place, dataClass);
        const row = await tx
          .insertInto('vault_record')
          .values({
            record_id: recordId,
            version,
            household_id: householdId,
            subject_id: subjectId,
            data_class: dataClass,
            sealed: seal(key, place, JSON.stringify(content), random),
            written_at: now,
            named: false,
          })
          // Written anew in time alone: a row that is about to be named must not be swept.
          .onConflict((conflict) =>
            conflict.columns(['record_id', 'version']).doUpdateSet({ written_at: now }),
          )
          .returning('sealed')
          .executeTakeFirstOrThrow();
        return { version, digest: digestOf(row.sealed) };
      }),

    open: (records) =>
      readModel.asRecorder(async (tx) => {
        const contents: RecordContent[] = [];
        for (const record of records) {
          const row = await tx
            .selectFrom('vault_record')
            .select('sealed')
            .where('record_id', '=', record.recordId)
            .where('version', '=', record.version)
            .executeTakeFirst();
          const key = await keys.findClassKey(tx, record, record.dataClass);
          if (!row || !key) throw new VaultError('ROW_MISSING');
          if (digestOf(row.sealed) !== record.digest) throw new VaultError('TAMPERED');
          const content = JSON.parse(unseal(key, record, row.sealed));
          contents.push({ dataClass: record.dataClass, content } as RecordContent);
        }
        return contents;
      }),
  };
}
