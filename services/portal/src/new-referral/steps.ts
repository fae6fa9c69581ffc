/** One thing per page, in the order in which a conversation goes; and what each page cannot do without. */

import type { FieldFault } from '../ui/error-summary.js';
import { coveredUntil, type Draft, urgencyOf } from './draft.js';

export const steps = ['need', 'who', 'people', 'questions', 'agreement', 'check'] as const;
export type Step = (typeof steps)[number];

export const pathOf = (step: Step) => (step === 'need' ? '/new' : `/new/${step}`);

/** What is missing on a page, as ids of messages. */
export function missingOn(step: Step, draft: Draft): readonly FieldFault[] {
  switch (step) {
    case 'need':
      return missingNeed(draft);
    case 'who':
      return draft.chosen ? [] : [{ field: 'candidate', message: 'who.missing' }];
    case 'people':
      return draft.people.length > 0 ? [] : [{ field: 'person-0', message: 'people.missing' }];
    case 'questions':
      return draft.reuse || draft.words.trim()
        ? []
        : [{ field: 'words', message: 'questions.words.missing' }];
    case 'agreement':
      return coveredUntil(draft) ? [] : missingAgreement(draft);
    case 'check':
      return [];
  }
}

function missingNeed(draft: Draft): readonly FieldFault[] {
  const { service, oblast } = draft.need;
  return [
    ...(service ? [] : [{ field: 'service', message: 'need.service.missing' }]),
    ...(oblast ? [] : [{ field: 'oblast', message: 'need.oblast.missing' }]),
    ...(urgencyOf(draft.need) ? [] : [{ field: 'urgency', message: 'need.urgency.missing' }]),
  ];
}

function missingAgreement({ agreement }: Draft): readonly FieldFault[] {
  return [
    ...(agreement.form ? [] : [{ field: 'form', message: 'agreement.form.missing' }]),
    ...(agreement.agreed ? [] : [{ field: 'agreed', message: 'agreement.agreed.missing' }]),
  ];
}

/** Where to go on: the first page before this one on which something is missing. */
export function firstMissing(draft: Draft, before: Step): Step | undefined {
  return steps.slice(0, steps.indexOf(before)).find((step) => missingOn(step, draft).length > 0);
}

/** The page after this one; people who are known from an earlier referral are not asked about again. */
export function stepAfter(step: Step, { continued }: Draft): Step {
  const next = steps[steps.indexOf(step) + 1] ?? 'check';
  return next === 'people' && continued ? 'questions' : next;
}

export function stepBefore(step: Step, { continued }: Draft): Step | undefined {
  const before = steps[steps.indexOf(step) - 1];
  return before === 'people' && continued ? 'who' : before;
}
