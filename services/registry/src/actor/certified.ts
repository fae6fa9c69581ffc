/** A certification ends by revocation or by its date; nothing is recorded when the date comes. */
import { type Pathway, pathways } from '@stezhka/vocabulary';
import type { AdmittedActor } from './evolve.js';

/** Isolated pathways on which this actor may receive at a moment. */
export function certifiedPathways(actor: AdmittedActor, at: Date): readonly Pathway[] {
  const moment = at.toISOString();
  return pathways.codes.filter((pathway) => {
    const held = actor.certifications[pathway];
    return held !== undefined && (held.validUntil === undefined || held.validUntil > moment);
  });
}
