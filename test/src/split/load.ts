/**
 * Work that goes on whatever dies: caseworkers who take in one household after another and refer each, and a shelter
 * that reports its room. Each command has a key of its own; all that is acknowledged is entered in the ledger.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { demonstrationPassword, partyWith, tokenFor } from '@stezhka/local';
import { until } from '../support/until.js';
import { type Client, clientOf } from './client.js';

/** What a client does about a fault: the same again until it is acknowledged, or nothing. */
export type Patience = 'repeats' | 'none';

export interface Acknowledged {
  readonly operation: string;
  readonly id: string;
  readonly revision: string;
}

export interface Load {
  readonly acknowledged: readonly Acknowledged[];
  /** Every answer that was none, by what it said. */
  readonly faults: ReadonlyMap<string, number>;
  /** Resolves when each worker has done something whole, begun after this was asked. */
  progress(): Promise<void>;
  /** Begins nothing more; resolves when what was begun is done. */
  stop(): Promise<void>;
}

/** What a client is told when it is to try the same again. */
export const passing: readonly string[] = ['UNAVAILABLE', 'NO_ANSWER', 'UNAUTHENTICATED'];
const receipt = '{ id revision }';
const CASEWORKERS = 2;

export async function startLoad(address: string, patience: Patience): Promise<Load> {
  const ending = new AbortController();
  const acknowledged: Acknowledged[] = [];
  const faults = new Map<string, number>();
  const done: number[] = [];

  /** Undefined: it was not acknowledged, and nobody tries again. */
  async function give(client: Client, operation: string, selection: string, input: object) {
    const key = randomUUID();
    for (;;) {
      const outcome = await client.give(operation, selection, { key, ...input });
      if ('done' in outcome) {
        const { id, revision } = outcome.done.receipt ?? outcome.done;
        acknowledged.push({ operation, id, revision });
        return outcome.done;
      }
      faults.set(outcome.fault, (faults.get(outcome.fault) ?? 0) + 1);
      if (patience === 'none' || !passing.includes(outcome.fault)) return undefined;
      // Nobody presses the button more often.
      await pause(100);
    }
  }

  const { kalyna, serviceId } = await shelterSeenBy(address);

  async function refer(client: Client): Promise<void> {
    const opened = await give(client, 'openHousehold', `{ receipt ${receipt} memberIds }`, {});
    if (!opened) return;
    const householdId: string = opened.receipt.id;
    const sealed = await give(client, 'sealRecord', `{ receipt ${receipt} recordId }`, {
      ...{ householdId, subjectId: householdId, decisionSet: { need: 'Місце на дві ночі.' } },
    });
    const terms = { householdId, principalIds: opened.memberIds, recipientIds: [kalyna], ...theAgreement() };
    const agreed = sealed && (await give(client, 'recordAgreement', `{ receipt ${receipt} }`, terms));
    const need = { service: 'SHL.TRANSIT', oblast: 'UA-46', urgency: 'urgent' };
    const drafting = { householdId, memberIds: opened.memberIds, ...need };
    const drafted = agreed && (await give(client, 'draftReferral', receipt, drafting));
    if (!drafted) return;
    await give(client, 'sendReferral', `{ receipt ${receipt} outcome }`, {
      ...{
        referralId: drafted.id,
        serviceId,
        dataClasses: ['C1', 'C2'],
        decisionRecordIds: [sealed.recordId],
      },
    });
  }

  const begunAt = Date.now();
  async function report(client: Client, n: number): Promise<void> {
    const room = { capacity: 'capacity', available: 1 + (n % 5), maximum: 12 };
    const occurredAt = new Date(begunAt - 60_000 + n).toISOString();
    await give(client, 'reportCapacity', receipt, { actorId: kalyna, serviceId, ...room, occurredAt });
  }

  async function work(worker: number, client: Client, act: (client: Client, n: number) => Promise<void>) {
    for (let n = 0; !ending.signal.aborted; n++) {
      await act(client, n);
      done[worker] = n + 1;
    }
  }
  const workers = [
    ...Array.from({ length: CASEWORKERS }, (_, n) => work(n, clientOf(address, 'oksana'), refer)),
    work(CASEWORKERS, clientOf(address, 'bohdan'), report),
  ];

  return {
    acknowledged,
    faults,
    async progress() {
      const before = workers.map((_, n) => done[n] ?? 0);
      // Two each: the first may have been acknowledged already when this was asked.
      await until(() => before.every((count, n) => (done[n] ?? 0) >= count + 2));
    },
    async stop() {
      ending.abort();
      await Promise.all(workers);
    },
  };
}

async function shelterSeenBy(address: string): Promise<{ kalyna: string; serviceId: string }> {
  const token = await tokenFor(address, 'oksana', demonstrationPassword);
  const need = '{ service: "SHL.TRANSIT", oblast: "UA-46" }';
  const { data } = await partyWith(address, 'oksana', token, {}).ask(
    `{ candidates(need: ${need}) { actor { id name(language: "en") } offeredService { id } } }`,
  );
  const found = data.candidates.find(
    (one: { actor: { name: string } }) => one.actor.name === 'Kalyna Shelter',
  );
  return { kalyna: found.actor.id, serviceId: found.offeredService.id };
}

function theAgreement(): object {
  const now = Date.now();
  return {
    ...{
      purposes: ['eligibility_decision', 'service_delivery'],
      dataClasses: ['C0', 'C1', 'C2'],
      form: 'oral_witnessed',
      witnessed: true,
    },
    validFrom: new Date(now - 1_000).toISOString(),
    validUntil: new Date(now + 30 * 86_400_000).toISOString(),
    ...{ lawfulBasis: 'consent', noticeVersion: 1, noticeLanguage: 'uk', jurisdiction: 'UA' },
    ...{ storage: 'sealed_vault', retentionDays: 90 },
  };
}
