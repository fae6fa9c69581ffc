/**
 * Who may sign in. A subject is a random id and the only thing that leaves this service in a token. Names are kept as
 * digests and display names sealed: a copy of the database tells nobody who works here.
 */
import type { ReadModel } from '@stezhka/read-model';
import { IdentityError } from './errors.js';
import type { Guesses } from './guesses.js';
import { hashPassword, passwordFits } from './passwords.js';
import type { Secrets } from './secrets.js';
import type { IdentityTables } from './tables.js';

export interface NewAccount {
  /** A random id if absent. */
  readonly subject?: string;
  /** What is typed at sign-in; compared without regard to case. */
  readonly name: string;
  /** 8 to 200 characters. */
  readonly password: string;
  /** What colleagues see. */
  readonly displayName: string;
}

/** Several people with one password, which is then nobody's secret. */
export interface SharedPassword {
  readonly password: string;
  readonly people: readonly Omit<NewAccount, 'password'>[];
}

export type Authentication = { readonly subject: string } | { readonly refused: 'credentials' | 'wait' };

export interface Accounts {
  create(account: NewAccount): Promise<{ readonly subject: string }>;
  /** The digest is made once for all of them, and only if somebody is new. */
  createSharing(shared: SharedPassword): Promise<void>;
  /** Whoever is signed in is signed out by it. */
  changePassword(subject: string, password: string): Promise<void>;
  /** Of the account that signs in under this name, disabled or not. */
  subjectOf(name: string): Promise<string | undefined>;
  disable(subject: string): Promise<void>;
  enable(subject: string): Promise<void>;
  authenticate(name: string, password: string, address: string): Promise<Authentication>;
  /** Of an account that may sign in; nothing for a disabled or unknown one. */
  find(subject: string): Promise<{ readonly subject: string; readonly displayName: string } | undefined>;
  displayNames(subjects: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export function createAccounts(deps: {
  readonly readModel: ReadModel<IdentityTables>;
  readonly guesses: Guesses;
  readonly secrets: Secrets;
  readonly newSubject: () => string;
  readonly now: () => Date;
}): Accounts {
  const { readModel, guesses, secrets, newSubject, now } = deps;

  const digestOf = (name: string) => secrets.digest(`account ${name}`);
  const byName = (name: string) =>
    readModel.asRecorder((tx) =>
      tx.selectFrom('account').selectAll().where('name_digest', '=', digestOf(name)).executeTakeFirst(),
    );
  const about = (subject: string) => `display name of ${subject}`;
  const displayNameIn = (row: { readonly subject: string; readonly sealed_display_name: Buffer }) =>
    secrets.unseal(row.sealed_display_name, about(row.subject));

  async function enter(
    { subject, name: given, displayName }: Omit<NewAccount, 'password'>,
    passwordDigest: () => Promise<string>,
  ): Promise<{ readonly subject: string }> {
    const name = comparableName(given);
    const known = await byName(name);
    if (known !== undefined) return sameAccount(known.subject, subject);
    const chosen = subject ?? newSubject();
    const row = {
      subject: chosen,
      name_digest: digestOf(name),
      password: await passwordDigest(),
      sealed_display_name: secrets.seal(displayName, about(chosen)),
      disabled_at: null,
      created_at: now(),
    };
    const inserted = await readModel.asRecorder((tx) =>
      tx
        .insertInto('account')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('subject')
        .executeTakeFirst(),
    );
    if (inserted !== undefined) return inserted;
    // Another process was faster, or the subject has an account already.
    const meanwhile = await byName(name);
    if (meanwhile === undefined) throw new IdentityError('SUBJECT_TAKEN');
    return sameAccount(meanwhile.subject, subject);
  }

  return {
    create: (account) => enter(account, () => digestOfNew(account.password)),

    async createSharing({ password, people }) {
      let digest: Promise<string> | undefined;
      const once = () => (digest ??= digestOfNew(password, { isPublic: true }));
      await Promise.all(people.map((person) => enter(person, once)));
    },

    subjectOf: async (name) => (await byName(comparableName(name)))?.subject,

    async changePassword(subject, password) {
      const digest = await digestOfNew(password);
      const updated = await readModel.asRecorder(async (tx) => {
        await tx.deleteFrom('oidc_record').where('account', '=', subject).execute();
        return tx
          .updateTable('account')
          .set({ password: digest })
          .where('subject', '=', subject)
          .returning('subject')
          .executeTakeFirst();
      });
      if (updated === undefined) throw new IdentityError('UNKNOWN_ACCOUNT');
    },

    async disable(subject) {
      const updated = await readModel.asRecorder(async (tx) => {
        await tx.deleteFrom('oidc_record').where('account', '=', subject).execute();
        return tx
          .updateTable('account')
          .set((row) => ({ disabled_at: row.fn.coalesce('disabled_at', row.val(now())) }))
          .where('subject', '=', subject)
          .returning('subject')
          .executeTakeFirst();
      });
      if (updated === undefined) throw new IdentityError('UNKNOWN_ACCOUNT');
    },

    async enable(subject) {
      const updated = await readModel.asRecorder((tx) =>
        tx
          .updateTable('account')
          .set({ disabled_at: null })
          .where('subject', '=', subject)
          .returning('subject')
          .executeTakeFirst(),
      );
      if (updated === undefined) throw new IdentityError('UNKNOWN_ACCOUNT');
    },

    async authenticate(given, password, address) {
      const name = comparableName(given);
      const guess = await guesses.admit(name, address);
      if (guess === undefined) return { refused: 'wait' };
      const account = await byName(name);
      const fits = await passwordFits(password, account?.password);
      if (account === undefined || !fits || account.disabled_at !== null) return { refused: 'credentials' };
      await guess.right();
      return { subject: account.subject };
    },

    async find(subject) {
      const row = await readModel.asRecorder((tx) =>
        tx
          .selectFrom('account')
          .select(['subject', 'sealed_display_name'])
          .where('subject', '=', subject)
          .where('disabled_at', 'is', null)
          .executeTakeFirst(),
      );
      return row && { subject: row.subject, displayName: displayNameIn(row) };
    },

    async displayNames(subjects) {
      if (subjects.length === 0) return new Map();
      const rows = await readModel.asRecorder((tx) =>
        tx
          .selectFrom('account')
          .select(['subject', 'sealed_display_name'])
          .where('subject', 'in', [...subjects])
          .execute(),
      );
      return new Map(rows.map((row) => [row.subject, displayNameIn(row)]));
    },
  };
}

async function digestOfNew(password: string, known?: { readonly isPublic: boolean }): Promise<string> {
  if (password.length < 8 || password.length > 200) throw new IdentityError('WEAK_PASSWORD');
  return hashPassword(password, known);
}

/** Names that are the same to whoever signs in are the same here. */
export function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .toLowerCase()
    .slice(0, 200);
}

function sameAccount(known: string, asked: string | undefined): { readonly subject: string } {
  if (asked !== undefined && asked !== known) throw new IdentityError('NAME_TAKEN');
  return { subject: known };
}
