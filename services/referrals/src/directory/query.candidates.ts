/** Who may see which candidates: a sender, for a pathway on which she may work. */
import type { Viewer, Wall } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import {
  capacityAt,
  type DataClass,
  type Pathway,
  pathways,
  type RoutingDetail,
  routingDetails,
} from '@stezhka/vocabulary';
import type { Subjects } from '../referral/authorize.js';
import type { CandidateRow, Certifications, ReferralsTables } from '../rows.js';
import { byMerit, type Explanation, explain, type Need } from './suitability.js';

export interface ExplainedCandidate extends Explanation {
  readonly serviceId: string;
  readonly actorId: string;
  readonly available: number | null;
  readonly neededClasses: readonly DataClass[];
  /** Details of a person that it filters on. */
  readonly filters: readonly RoutingDetail[];
}

export interface CandidateQueries {
  /** Who offers the service, best first, each with what speaks for and against it: all of them, or the best 500. */
  candidates(
    viewer: Viewer | undefined,
    need: Omit<Need, 'senderActorId'>,
    now: Date,
  ): Promise<ExplainedCandidate[]>;
  /** Whether all of these are actors of the network. */
  areActors(viewer: Viewer, ids: readonly string[]): Promise<boolean>;
  /** One service, explained for one need; undefined where this viewer has none. */
  candidate(
    viewer: Viewer,
    serviceId: string,
    need: Need,
    now: Date,
  ): Promise<ExplainedCandidate | undefined>;
}

/** Nobody reads further. All are weighed first: the best may be any of them. */
const MOST = 500;

export function createCandidateQueries(deps: {
  readonly readModel: ReadModel<ReferralsTables>;
  readonly wall: Wall<Subjects>;
}): CandidateQueries {
  const { readModel } = deps;
  const wall: Wall<Subjects> = deps.wall;
  /** What works on isolated pathways alone is known to those who work on one of them. */
  const known = (viewer: Viewer) => (row: CandidateRow) =>
    row.pathways.some((pathway) => wall.allows('candidates.know', viewer, { pathway }));

  return {
    async candidates(viewer, need, now) {
      wall.authorize('candidates.read', viewer, need);
      const rows = await readModel.askAsViewer(viewer, (of) =>
        of.selectFrom('candidate').selectAll().where('service', '=', need.service).where('ended', '=', false),
      );
      const asked = { ...need, senderActorId: viewer.actorId };
      return rows
        .filter(known(viewer))
        .map((row) => explained(asked, row, now))
        .sort(byMerit)
        .slice(0, MOST);
    },
    async areActors(viewer, ids) {
      const asked = [...new Set(ids)];
      if (asked.length === 0) return true;
      const found = await readModel.askAsViewer(viewer, (of) =>
        of.selectFrom('directory_actor').select('actor_id').where('actor_id', 'in', asked),
      );
      return found.length === asked.length;
    },
    async candidate(viewer, serviceId, need, now) {
      const [row] = await readModel.askAsViewer(viewer, (of) =>
        of.selectFrom('candidate').selectAll().where('service_id', '=', serviceId).where('ended', '=', false),
      );
      return row && known(viewer)(row) ? explained(need, row, now) : undefined;
    },
  };
}

/** For which pathways the certification holds at a moment. */
function certifiedAt(certifications: Certifications, now: Date): Pathway[] {
  return pathways.codes.filter((pathway) => {
    const until = certifications[pathway];
    return until !== undefined && (until === null || new Date(until) > now);
  });
}

function explained(need: Need, row: CandidateRow, now: Date): ExplainedCandidate {
  const explanation = explain(
    need,
    {
      actorId: row.actor_id,
      service: row.service,
      operations: row.operations,
      oblasts: row.oblasts,
      pathways: row.pathways,
      certifications: certifiedAt(row.certifications, now),
      modality: row.modality,
      ageBands: row.age_bands,
      sexes: row.sexes,
      languages: row.languages,
      admissionDocument: row.admission_document,
      capacity: row.capacity,
      available: row.available,
      capacityAt: row.capacity_at,
    },
    now,
  );
  const { service_id: serviceId, actor_id: actorId, needed_classes: neededClasses } = row;
  // What was said of the room too long ago is not shown as if it were known.
  const stated = { state: row.capacity, available: row.available, maximum: null, updatedAt: row.capacity_at };
  const { available } = capacityAt(stated, now);
  const filters = filtersOf(row);
  return { serviceId, actorId, available, neededClasses, filters, ...explanation };
}

function filtersOf(row: CandidateRow): RoutingDetail[] {
  const served = { age_band: row.age_bands, sex: row.sexes, language: row.languages };
  return routingDetails.codes.filter((detail) => served[detail].length > 0);
}
