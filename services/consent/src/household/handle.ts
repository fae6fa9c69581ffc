/**
 * The way in for whoever is signed in, over GraphQL and inside the process alike: a command on its own actor's
 * household. Who may is decided with the command, on the household as it then stands.
 */
import { signedIn, type Viewer } from '@stezhka/auth';
import type { CommandHandler, Loaded, Receipt } from '@stezhka/event-store';
import { Refusal } from '@stezhka/vocabulary';
import type { Vault } from '../vault/vault.js';
import type { HouseholdCommand } from './commands.js';
import type { Facts } from './decide.facts.js';
import type { Household } from './evolve.js';

export type HouseholdHandler = CommandHandler<Household, HouseholdCommand, Facts>;

/** What every command of a user carries. */
export interface Given {
  /** Chosen by the sender, the same on every retry. */
  readonly key: string;
}

export interface GivingDeps {
  readonly handler: HouseholdHandler;
  readonly vault: Vault;
  /** Secret of the installation. */
  readonly secret: string;
}

export interface Giving<Command extends HouseholdCommand> {
  readonly viewer: Viewer | undefined;
  readonly householdId: string;
  readonly command: Command;
  /** Looked up for every attempt, after the household was read. */
  readonly facts?: () => Promise<Omit<Facts, 'by'>>;
  readonly key: string;
  readonly now: Date;
  /** What was read of it for this command already. */
  readonly read?: { readonly householdKey: Uint8Array; readonly household: Loaded<Household> | undefined };
}

/**
 * @throws Refusal `NOT_FOUND` as well where the household's key is erased: nothing about it can be fingerprinted
 */
export async function give<Command extends HouseholdCommand>(
  { handler, vault }: GivingDeps,
  { viewer, householdId, command, facts, key, now, read }: Giving<Command>,
): Promise<Receipt> {
  signedIn(viewer);
  const payloadSecret = read?.householdKey ?? (await vault.householdKey(householdId));
  if (!payloadSecret) throw new Refusal('NOT_FOUND');
  const request = {
    target: householdId,
    name: command.type,
    command,
    facts: async () => ({ ...(await facts?.()), by: viewer }),
    key,
    user: viewer.staffId,
    now,
    payloadSecret,
  };
  return handler.handle(request, read?.household);
}
