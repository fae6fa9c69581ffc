/** Why somebody can be asked, or cannot: codes of the directory, told in words. */
const cautions: Readonly<Record<string, string>> = {
  no_capacity: 'caution.noCapacity',
  waitlist: 'caution.waitlist',
  additional_assessment: 'caution.assessment',
  capacity_unknown: 'caution.capacityUnknown',
  partly_operational: 'caution.partly',
  language_not_spoken: 'caution.language',
  admission_document: 'caution.document',
};

const unsuitable: Readonly<Record<string, string>> = {
  own_actor: 'unsuitable.own',
  excluded: 'unsuitable.excluded',
  being_asked: 'unsuitable.beingAsked',
  other_service: 'unsuitable.service',
  not_operational: 'unsuitable.operational',
  out_of_area: 'unsuitable.area',
  pathway_not_served: 'unsuitable.pathway',
  not_certified: 'unsuitable.certified',
  age_not_served: 'unsuitable.age',
  sex_not_served: 'unsuitable.sex',
  modality_not_offered: 'unsuitable.modality',
};

/** Ids of messages; a code that is new to this portal is told as such. */
export const cautionWords = (code: string) => cautions[code] ?? 'caution.other';
export const unsuitableWords = (code: string) => unsuitable[code] ?? 'unsuitable.other';
