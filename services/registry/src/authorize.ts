/** The registry's wall: all its rules together. */
import { createWall, type Gaps, type Wall } from '@stezhka/auth';
import { type ActorSubjects, actorRules } from './actor/authorize.js';
import { type StaffSubjects, staffRules } from './staff/authorize.js';

export interface RegistrySubjects extends ActorSubjects, StaffSubjects {}
export type RegistryWall = Wall<RegistrySubjects>;
export type RegistryGaps = Gaps<RegistrySubjects>;

export const rules = { ...actorRules, ...staffRules };

export function createRegistryWall(gaps: RegistryGaps = []): RegistryWall {
  return createWall<RegistrySubjects>(rules, gaps);
}
