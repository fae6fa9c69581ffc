/** Who a verified subject is in the network, by the registry's events as this service has them. */
import type { ReadModel } from '@stezhka/read-model';
import { pathways, Refusal, roles } from '@stezhka/vocabulary';
import { sql } from 'kysely';
import { type MembershipTables, membershipProjection } from './membership-projection.js';
import type { TokenClaims } from './token-verifier.js';
import type { Viewer } from './viewer.js';

export interface Membership {
  /**
   * The member behind a token; undefined if there is none or she is disabled. Of her certifications she has those
   * that her actor holds at `now`, too: an organisation whose own has run out works on that pathway no more.
   * @throws Refusal UNAVAILABLE when the projection is too far behind to be trusted
   */
  viewerOf(claims: TokenClaims, now: Date): Promise<Viewer | undefined>;
}

export interface MembershipDeps<DB extends MembershipTables> {
  readonly readModel: Pick<ReadModel<DB>, 'askAsProjector'>;
  /** The running projections, of which membership is one. */
  readonly health: { lagMs(projection: string): number };
  /** Further behind than this, nobody is let in: somebody may have been disabled since. 30 s if absent. */
  readonly maxLagMs?: number;
}

export function createMembership<DB extends MembershipTables>(deps: MembershipDeps<DB>): Membership {
  const { health, maxLagMs = 30_000 } = deps;
  const readModel = deps.readModel as unknown as Pick<ReadModel<MembershipTables>, 'askAsProjector'>;
  return {
    async viewerOf({ issuer, subject, authTime }, now) {
      if (!(health.lagMs(membershipProjection.name) <= maxLagMs)) throw new Refusal('UNAVAILABLE');
      const rows = await readModel.askAsProjector(membershipProjection.name, (of) =>
        of
          .selectFrom('membership')
          .select(['staff_id', 'actor_id', 'roles', 'certifications'])
          .select(
            sql<string[]>`array(
              select held.pathway from actor_certification held
              where held.actor_id = membership.actor_id and (held.valid_until is null or held.valid_until > ${now}))`.as(
              'held_by_actor',
            ),
          )
          .where('issuer', '=', issuer)
          .where('subject', '=', subject)
          .where('disabled', '=', false),
      );
      const [row] = rows;
      // Two memberships at once would leave it open for whom she acts.
      if (row === undefined || rows.length > 1) return undefined;
      return {
        staffId: row.staff_id,
        actorId: row.actor_id,
        issuer,
        subject,
        roles: row.roles.filter(roles.is),
        certifications: row.certifications
          .filter(pathways.is)
          .filter((pathway) => row.held_by_actor.includes(pathway)),
        ...(authTime === undefined ? {} : { authTime }),
      };
    },
  };
}
