/** Whose a row is, table by table, written by hand: the same rules as of the fields, in terms of columns. */
import type { Viewer as SessionViewer } from '@stezhka/auth';
import type { Pathway, Role } from '@stezhka/vocabulary';
import type { Row } from './rows-everywhere.js';
import type { Viewer } from './rules-by-hand.js';

const files = /^household/;
/** The scenario's services that work on isolated pathways alone. */
const isolatedWork: Readonly<Record<string, readonly Pathway[]>> = {
  'CM.GBV': ['gbv'],
  'SHL.TIP': ['tip'],
  'CM.CP': ['cp'],
};
const caseload: readonly Role[] = [
  'caseworker',
  'supervisor',
  'hotline_operator',
  'data_protection_focal_point',
];
const referral: readonly Role[] = [...caseload, 'intake_officer', 'duty_officer'];

export function rowIsFor(table: string, row: Row, viewer: Viewer, session: SessionViewer): boolean {
  if (!viewer) return false;
  const has = (...roles: readonly Role[]) => roles.some((role) => viewer.roles.includes(role));
  const certified = (pathway: Pathway) => pathway === 'general' || viewer.certifications.includes(pathway);
  const own = row.actor_id === session.actorId;
  const knows = (pathway: Pathway) => certified(pathway) || own || has('network_registrar');
  if (files.test(table)) return own && has(...caseload) && certified(row.pathway as Pathway);
  switch (table) {
    // Published, and what the network's size and state are counted from.
    case 'actor':
    case 'actor_status_history':
    case 'directory_actor':
    case 'actor_said':
    case 'service_said':
    case 'capacity_said':
      return true;
    case 'certification':
    case 'service_pathway':
      return knows(row.pathway as Pathway);
    case 'actor_service':
      return row.listed_openly === true || isolatedWork[row.service as string]?.some(knows) === true;
    case 'candidate':
      return (row.pathways as Pathway[]).some(certified);
    case 'staff':
      return (
        row.staff_id === session.staffId ||
        (own && has('actor_administrator', 'supervisor')) ||
        has('network_registrar')
      );
    case 'referral':
    case 'referral_act':
    case 'authority_code':
    case 'authority_asking':
      return row.party_actor_id === session.actorId && has(...referral) && certified(row.pathway as Pathway);
    case 'sent_referral':
    case 'referral_step':
    case 'silence_told':
      return has('cluster_coordinator');
    // For services alone: whose members are who, who is certified, who stands on which side, what comes due.
    case 'membership':
    case 'actor_certification':
    case 'referral_party':
    case 'referral_timer':
    case 'referral_route':
      return false;
    default:
      throw new Error(`nobody has said whose the rows of ${table} are`);
  }
}
