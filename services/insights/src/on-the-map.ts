/**
 * What the general map shows. Referrals for violence, trafficking and children go by pathways of their own, and so do the
 * services that exist for them: a map without their referrals would call them gaps, and a mark on it would name what
 * must not be named. A referral for one of them stays off the map also where it was sent on the general pathway.
 */
import { type Pathway, type ServiceCode, serviceCodes } from '@stezhka/vocabulary';

const ofIsolatedWork: readonly ServiceCode[] = [
  ...(['CM.CP', 'CM.GBV', 'CM.TIP', 'HLT.CMR', 'SHL.DV', 'SHL.TIP', 'LEG.VOT'] as const),
  ...(['CPS.FTR', 'CPS.ALT'] as const),
];

/** The services of the map, in the order in which people are shown them. */
export const mappedServices: readonly ServiceCode[] = serviceCodes.codes.filter(
  (code) => !ofIsolatedWork.includes(code),
);

export function isOnTheMap(service: ServiceCode, pathways: readonly Pathway[]): boolean {
  return pathways.includes('general') && mappedServices.includes(service);
}
