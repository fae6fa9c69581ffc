/** Who could be asked, for six needs: one that is met, one that is not, isolated work asked for openly, and on each pathway. */
import type { Door, DoorFrame } from './doors.js';
import { looksForCandidates } from './rules-by-hand.js';
import type { CandidateSubject } from './subjects.js';
import { memberOf, type ViewerKey } from './viewers.js';

const needs = [
  { need: { service: 'SHL.TRANSIT', oblast: 'UA-46' }, fits: true, cautioned: false },
  { need: { service: 'MHP.PSS', oblast: 'UA-63', language: 'ro' }, fits: false, cautioned: true },
  { need: { service: 'CM.GBV', oblast: 'UA-46' }, fits: false, cautioned: false },
  { need: { service: 'CM.GBV', oblast: 'UA-46', pathway: 'gbv' }, fits: true, cautioned: false },
  { need: { service: 'SHL.TIP', oblast: 'UA-46', pathway: 'tip' }, fits: true, cautioned: false },
  { need: { service: 'CM.CP', oblast: 'UA-46', pathway: 'cp' }, fits: true, cautioned: false },
] as const;

export function candidateDoors({ subjects, select }: DoorFrame): readonly Door[] {
  return needs.map(({ need, fits, cautioned }): Door => {
    const pathway = 'pathway' in need ? need.pathway : 'general';
    const of = (viewer: ViewerKey) =>
      subjects
        .of('OfferedService')
        .filter(({ offer }) => offer.service === need.service)
        .map(({ id, offer }): CandidateSubject => {
          const own = memberOf(viewer)?.actor === offer.actor;
          const asksForPaper = offer.document === true;
          return {
            ...{ type: 'Candidate', id, offer, pathway },
            ...{ fits: fits && !own, cautioned: cautioned || asksForPaper },
          };
        });
    return {
      root: 'candidates',
      query: `query ($need: NeedInput!) { candidates(need: $need) ${select('Candidate')} }`,
      variables: { need },
      list: { of, idOf: (item) => item.offeredService!.id },
      mayAsk: (viewer) => looksForCandidates(viewer, pathway),
      hidden: 'NOT_FOUND',
    };
  });
}
