/** A command that is well written and may not be: too early, too late, on what has moved, on what is another's. */
import type { Input } from '../every-mutation/example.js';
import { aHousehold, aReferral, type Stage } from '../every-mutation/referred.js';
import type { Person, Role, Scene } from '../every-mutation/scene.js';

type Prepare = (scene: Scene) => Promise<{ readonly by: Person; readonly input: Input }>;

export interface RefusedAct {
  readonly what: string;
  readonly mutation: string;
  readonly code: string;
  /** Among what the refusal calls possible. */
  readonly possible: readonly string[];
  readonly prepare: Prepare;
}

export function refused(
  what: string,
  mutation: string,
  code: string,
  prepare: Prepare,
  ...possible: string[]
) {
  return { what, mutation, code, prepare, possible } satisfies RefusedAct;
}

/** On a referral that has come that far. */
export function onReferral(who: Role, stage: Stage, input: Input = {}): Prepare {
  return async (scene) => {
    const referralId = await aReferral(scene, await aHousehold(scene), stage);
    return { by: scene.people[who], input: { referralId, ...input } };
  };
}

/** On a household of the caseworker's. */
export function onHousehold(
  who: Role,
  input: (scene: Scene, members: readonly string[]) => Input = () => ({}),
): Prepare {
  return async (scene) => {
    const { householdId, memberIds } = await aHousehold(scene);
    return { by: scene.people[who], input: { householdId, ...input(scene, memberIds) } };
  };
}

/** On the shelter, by its administrator. */
export function onShelter(input: (scene: Scene) => Input): Prepare {
  return async (scene) => {
    const { administrator: by } = scene.people;
    return { by, input: { actorId: by.viewer.actorId, ...input(scene) } };
  };
}

const hour = 3_600_000;
export const anHourAgo = new Date(Date.now() - hour).toISOString();
export const inAnHour = new Date(Date.now() + hour).toISOString();
