/** Who may see which codes were given: those who read the sender's row of the referral. The codes themselves nobody. */
import type { Viewer, Wall } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import { Refusal } from '@stezhka/vocabulary';
import type { Subjects } from '../referral/authorize.js';
import type { AuthorityAskingRow, AuthorityCodeRow, ReferralsTables } from '../rows.js';
import type { AuthoritySubjects } from './authorize.js';

export type CodeWithAskings = AuthorityCodeRow & { readonly askings: readonly AuthorityAskingRow[] };

export interface AuthorityQueries {
  /** Oldest first, each with when it was asked with. */
  codes(viewer: Viewer | undefined, referralId: string): Promise<readonly CodeWithAskings[]>;
  /** Whether she could take it back now: a hint for the interface, not a permission. */
  canRevoke(viewer: Viewer | undefined, code: AuthorityCodeRow): boolean;
}

export function createAuthorityQueries(deps: {
  readonly readModel: ReadModel<ReferralsTables>;
  readonly wall: Wall<Subjects & AuthoritySubjects>;
}): AuthorityQueries {
  const { readModel, wall } = deps;
  return {
    async codes(viewer, referralId) {
      if (!viewer) throw new Refusal('UNAUTHENTICATED');
      const { codes, askings } = await readModel.asViewer(viewer, async (tx) => ({
        codes: await tx
          .selectFrom('authority_code')
          .selectAll()
          .where('referral_id', '=', referralId)
          .orderBy('given_at')
          .orderBy('code_id')
          .execute(),
        askings: await tx
          .selectFrom('authority_asking')
          .selectAll()
          .where('referral_id', '=', referralId)
          .orderBy('asked_at')
          .orderBy('asking_id')
          .execute(),
      }));
      const readable = (row: Pick<AuthorityCodeRow, 'party_actor_id' | 'pathway'>) =>
        wall.allows('referral.read', viewer, { partyActorId: row.party_actor_id, pathway: row.pathway });
      return codes.filter(readable).map((code) => ({
        ...code,
        askings: askings.filter((asking) => asking.code_id === code.code_id && readable(asking)),
      }));
    },

    canRevoke(viewer, { party_actor_id, pathway, revoked_at }) {
      const parties = { senderActorId: party_actor_id, pathway };
      return revoked_at === null && wall.allows('authority.revoke', viewer, parties);
    },
  };
}
