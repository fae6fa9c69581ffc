/**
 * From the rules by hand to one field: is there a value, is it left blank, is the whole thing gone? And where the rule
 * says which values there may be, these.
 */
import { type FieldClass, type Pathway, serviceCodes } from '@stezhka/vocabulary';
import {
  actsToldTo,
  canAct,
  certificationsKnown,
  classIsFor,
  coordinates,
  detailOfThePerson,
  knowsPathway,
  mayDisclose,
  onNoMap,
  remindersOf,
  remindersOfRecipient,
  seesOffer,
  sideOf,
  type Viewer,
} from './rules-by-hand.js';
import { refers } from './rules-of-acts.js';
import { type OfferKey, offerKeys, offers } from './scenario.actors.js';
import { withCodes } from './scenario.codes.js';
import type { ReferralSubject, Scenario, Standing } from './scenario.js';
import { routes } from './scenario.js';
import { isThere, type Subject, type SubjectOf } from './subjects.js';

export type Presence = 'value' | 'blank' | 'gone';

export interface Expectation {
  readonly presence: Presence;
  /** Nothing but these. */
  readonly within?: readonly string[];
}

export interface Asked {
  readonly coordinate: string;
  readonly fieldClass: FieldClass;
  readonly viewer: Viewer;
  readonly viewerKey: string;
  readonly subject: Subject;
  readonly scenario: Scenario;
}

export function expectation(asked: Asked): Expectation {
  const { viewer, viewerKey, subject } = asked;
  if (!viewer || !isThere(viewer, viewerKey, subject)) return { presence: 'gone' };
  const within = allowed(asked);
  const presence = isSaid(asked) && within?.length !== 0 ? 'value' : 'blank';
  return { presence, ...(within ? { within } : {}) };
}

/** Whether there is something to say, and it is said to this viewer. */
function isSaid(asked: Asked): boolean {
  const { subject, coordinate, viewer } = asked;
  switch (subject.type) {
    case 'Referral':
      return isSaidOfReferral(asked, subject.referral);
    case 'Household': {
      if (coordinate === 'Agreement.withdrawnBy') return subject.household.withdrawn;
      if (coordinate === 'Permit.memberIds') return !subject.household.withdrawn;
      const disclosure = /^DisclosureEntry\.|^Household\.disclosures$/.test(coordinate);
      return disclosure ? !subject.household.withdrawn : true;
    }
    case 'Actor':
      return /^ActorCertification\.|^Actor\.certifications$/.test(coordinate)
        ? certificationsKnown(viewer, subject.actor).length > 0
        : true;
    case 'OfferedService':
      return isSaidOfOffer(coordinate, subject);
    case 'StaffMember':
      if (coordinate === 'StaffMember.disabled') return subject.key === 'disabled';
      if (coordinate === 'StaffMember.certifications') return subject.member.certifications.length > 0;
      return true;
    case 'Candidate':
      if (coordinate === 'Candidate.suggested') return subject.fits;
      if (coordinate === 'Candidate.unsuitable') return !subject.fits;
      if (coordinate === 'Candidate.cautions') return subject.cautioned;
      return coordinate === 'Candidate.available' ? !subject.offer.capacityUnstated : true;
    case 'Me':
      return coordinate === 'Me.certifications' ? viewer!.certifications.length > 0 : true;
    case 'Coverage':
      // People are counted for coordinators alone, on a map that everybody reads.
      return asked.fieldClass === 'COORDINATION' ? coordinates(viewer) : true;
    case 'NetworkCount':
    case 'ReferralMonth':
    case 'SilentReferrals':
      return true;
  }
}

function isSaidOfReferral({ coordinate, fieldClass, viewer }: Asked, referral: ReferralSubject): boolean {
  const side = sideOf(viewer, referral)!;
  const { standing } = referral;
  if (!classIsFor(side, fieldClass, standing)) return false;
  if (side === 'recipient' && standing === 'withdrawn' && detailOfThePerson.includes(coordinate))
    return false;
  // What the clock has to say comes by no channel, and of what it left unanswered a recipient keeps nothing else.
  if (side === 'recipient' && standing === 'expired' && coordinate === 'ReferralAct.channel') return false;
  if (coordinate === 'Referral.viewerCan') return canAct(viewer, referral);
  if (coordinate.startsWith('PersonAvailability.')) return mayDisclose(viewer, referral).length > 0;
  if (/^Authority(Code|Asking)\.|^Referral\.authorityCodes$/.test(coordinate))
    return isSaidOfCodes(coordinate, viewer, referral);
  return !(coordinate in saidWhen) || saidWhen[coordinate]!.includes(standing);
}

/** On the isolated pathway one slipped in, and was never asked with. */
function isSaidOfCodes(coordinate: string, viewer: Viewer, { pathway, standing }: ReferralSubject): boolean {
  if (!withCodes[pathway].includes(standing)) return false;
  if (coordinate === 'AuthorityCode.revokedAt') return standing === 'sent';
  if (coordinate === 'AuthorityCode.viewerCanRevoke') return refers(viewer, pathway, 'sender');
  const asked = /^AuthorityAsking\.|^AuthorityCode\.askings$/.test(coordinate);
  return !asked || pathway === 'general';
}

const sent: readonly Standing[] = [
  'sent',
  'expired',
  'acknowledged',
  'accepted',
  'declined',
  'completed',
  'withdrawn',
];
const after = (first: Standing) => sent.slice(sent.indexOf(first));

/** Of what is said in some states alone: in which. */
const saidWhen: Readonly<Record<string, readonly Standing[]>> = {
  'Referral.recipient': sent,
  'Referral.offeredService': sent,
  'Referral.dataClasses': sent,
  // The first one is a draft; the others continue it.
  'Referral.partOf': ['refused', ...sent],
  'Referral.asking': [],
  'Referral.refused': ['refused'],
  'Referral.sentAt': sent,
  'Referral.acknowledgeBy': sent,
  'Referral.decideBy': sent,
  'Referral.acknowledgedAt': after('acknowledged'),
  'Referral.decidedAt': after('accepted'),
  'Referral.startedAt': ['completed'],
  'Referral.closedAt': ['completed', 'withdrawn', 'expired'],
  'Referral.declineReason': ['declined'],
  'Referral.outcome': ['completed'],
  'Referral.withdrawReason': ['withdrawn'],
  'Referral.unconfirmedFrom': ['acknowledged'],
  'Referral.sharingEnded': ['withdrawn'],
  'ReferralAct.recordedBy': after('acknowledged'),
  'ReferralAct.late': ['acknowledged'],
  'ReferralAct.code': ['refused', 'declined', 'completed', 'expired'],
};

function isSaidOfOffer(coordinate: string, { offer }: SubjectOf<'OfferedService'>): boolean {
  switch (coordinate) {
    case 'OfferedService.endedAt':
      return offer.ended === true;
    case 'OfferedService.admissionDocument':
      return offer.document === true;
    case 'Capacity.available':
    case 'Capacity.maximum':
    case 'Capacity.updatedAt':
      return !offer.capacityUnstated;
    case 'Capacity.stale':
      return offer.capacityUnstated === true;
    default:
      return true;
  }
}

/** Where the rule names the values: nothing but these may stand there. */
function allowed({ coordinate, viewer, subject, scenario }: Asked): readonly string[] | undefined {
  const { actors, services } = scenario;
  switch (coordinate) {
    case 'ReferralAct.act': {
      const { referral } = subject as SubjectOf<'Referral'>;
      const told = actsToldTo(sideOf(viewer, referral)!, referral.standing);
      return told === 'all' ? undefined : told;
    }
    case 'ReferralAct.code': {
      const { referral } = subject as SubjectOf<'Referral'>;
      if (referral.standing !== 'expired') return undefined;
      return sideOf(viewer, referral) === 'recipient' ? remindersOfRecipient : remindersOf(referral.pathway);
    }
    case 'Referral.side':
      return [sideOf(viewer, (subject as SubjectOf<'Referral'>).referral)!];
    case 'Referral.sender':
      return [actors.sender];
    case 'Referral.recipient':
      return [actors[(subject as SubjectOf<'Referral'>).referral.recipient]];
    case 'Referral.offeredService':
      return [services[routes[(subject as SubjectOf<'Referral'>).referral.pathway].offer]];
    case 'AuthorityCode.authority':
      return [actors.unrelated, actors.office, actors.gbvReceiver];
    case 'Referral.householdId':
      return [(subject as SubjectOf<'Referral'>).referral.household.id];
    case 'Actor.services': {
      const { actor } = subject as SubjectOf<'Actor'>;
      const shown = (key: OfferKey) => {
        const offer: { actor: string; ended?: true; pathways: readonly Pathway[] } = offers[key];
        return offer.actor === actor && !offer.ended && seesOffer(viewer, offers[key]);
      };
      return offerKeys.filter(shown).map((key) => services[key]);
    }
    case 'ActorCertification.pathway':
      return certificationsKnown(viewer, (subject as SubjectOf<'Actor'>).actor);
    case 'OfferedService.pathways': {
      const { offer } = subject as SubjectOf<'OfferedService'>;
      return offer.pathways.filter((pathway) => knowsPathway(viewer, offer.actor, pathway));
    }
    case 'CoverageCell.service':
    case 'ReferralNumbersCell.service':
      return serviceCodes.codes.filter((code) => !onNoMap.includes(code));
    // Of all that is sent in the scenario only what went to it is of the general pathway.
    case 'SilentReferral.receiver':
      return [actors.receiver];
    case 'SilentReferral.serviceGroup':
      return ['SHL'];
    case 'OfferedService.actor':
    case 'Candidate.actor':
      return [actors[(subject as SubjectOf<'Candidate'>).offer.actor]];
    case 'Me.actor':
      return [actors[viewer!.actor]];
    default:
      return undefined;
  }
}
