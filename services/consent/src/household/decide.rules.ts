/** The rules that all decisions about a household share. */
import type { Viewer } from '@stezhka/auth';
import { Refusal } from '@stezhka/vocabulary';
import type { SealedClass } from './commands.js';
import type { Household, OpenedHousehold } from './evolve.js';

/** The moment in the one form that can be compared as text. @throws Refusal `INVALID_INPUT` */
export function momentOf(text: string): string {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new Refusal('INVALID_INPUT');
  return moment.toISOString();
}

/** When an act happened, as told or now. @throws Refusal `OCCURRED_IN_FUTURE` */
export function occurredAtOf(act: { readonly occurredAt?: string }, now: Date): string {
  if (act.occurredAt === undefined) return now.toISOString();
  const moment = momentOf(act.occurredAt);
  if (moment > now.toISOString()) throw new Refusal('OCCURRED_IN_FUTURE', ['occurredAt']);
  return moment;
}

/** @throws Refusal `NOT_FOUND` for what nobody opened */
export function opened(household: Household): OpenedHousehold {
  if (household.phase === 'unopened') throw new Refusal('NOT_FOUND');
  return household;
}

/** The second wall around a household: its stream names the one actor that works on it. */
export function ownedBy(household: OpenedHousehold, by: Viewer | undefined): void {
  if (by?.actorId !== household.actorId) throw new Refusal('NOT_FOUND');
}

/** @throws Refusal `NOT_FOUND` unless each of them is known */
export function mustBeKnown(ids: readonly string[], known: readonly string[]): void {
  if (!ids.every((id) => known.includes(id))) throw new Refusal('NOT_FOUND');
}

/** The newest version moved on while the vault was writing: it must be sealed again as the next one. */
export class SealedTooLate extends Error {
  override readonly name = 'SealedTooLate';
}

export function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

/** The version that the next record of this class for this subject will have, from 1. */
export function nextVersion(household: OpenedHousehold, subjectId: string, dataClass: SealedClass): number {
  const same = household.records.filter((record) => record.subjectId === subjectId);
  return same.filter((record) => record.dataClass === dataClass).length + 1;
}
