/** The demonstration comes in parts: the story that the tour tells, and the network around it. */
import { actors } from './actors.js';
import { cases } from './cases.js';
import type { DemonstrationActor, DemonstrationCase } from './described.js';
import { networkActors } from './network/actors.js';
import { networkCases } from './network/cases.js';

export interface DemonstrationPart {
  readonly name: string;
  readonly actors: readonly DemonstrationActor[];
  readonly cases: readonly DemonstrationCase[];
  /** One case after the other, so that they stand in boxes in this order. */
  readonly inTurn?: true;
}

/** Six organisations and four ways: what the README, the journey and the tests play on. */
export const story: DemonstrationPart = { name: 'story', actors, cases, inTurn: true };

/** Everybody else; nothing of it touches the story's inboxes. */
export const around: DemonstrationPart = { name: 'network', actors: networkActors, cases: networkCases };
