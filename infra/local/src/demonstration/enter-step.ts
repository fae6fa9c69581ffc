/** One thing that happened to a referral after it was sent. */
import type { CapacityScope, DeclineReason, Outcome, WithdrawReason } from '@stezhka/vocabulary';
import type { Composed } from '../composed.js';
import type { Step } from './described.js';
import type { CaseAtWork } from './enter-case.js';

interface Ids {
  readonly householdId: string;
  readonly referralId: string;
}

export async function enterStep(
  { consent, referrals }: Composed,
  { one, by, answeredBy, since, key }: CaseAtWork,
  { householdId, referralId }: Ids,
  step: Step,
  hours: number,
): Promise<void> {
  const heard = step.startsWith('heard ');
  const told = step.replace('heard ', '').split(' ');
  const verb = told[0] as Verb;
  // What somebody said on the phone the sender types in.
  const when = heard ? ({ ...since(hours), channel: 'phone' } as const) : since(hours);
  const now = new Date();
  if (verb === 'take') {
    await consent.commands.withdrawAgreement(by, { key: key('take-back'), householdId, ...when }, now);
    return;
  }
  const written =
    one.words && verb === 'decline'
      ? await consent.commands.sealReferralNote(
          answeredBy,
          { key: key('words'), referralId, text: one.words },
          now,
        )
      : undefined;
  const whose = heard || verb === 'withdraw' ? by : answeredBy;
  const note = written ? { noteRecordId: written.recordId } : {};
  await referrals.commands.act(
    whose,
    referralId,
    { ...commandOf(verb, told), ...note, ...when },
    { key: key(verb), now },
  );
}

type Verb = 'acknowledge' | 'accept' | 'start' | 'confirm' | 'decline' | 'complete' | 'withdraw' | 'take';

function commandOf(verb: Exclude<Verb, 'take'>, [, why, whom]: readonly string[]) {
  switch (verb) {
    case 'acknowledge':
      return { type: 'AcknowledgeReferral' } as const;
    case 'accept':
      return { type: 'AcceptReferral' } as const;
    case 'start':
      return { type: 'StartReferral' } as const;
    case 'confirm':
      return { type: 'ConfirmAnswer' } as const;
    case 'complete':
      return { type: 'CompleteReferral', outcome: why as Outcome } as const;
    case 'withdraw':
      return { type: 'WithdrawReferral', reason: why as WithdrawReason } as const;
    case 'decline': {
      const scope = whom ? { capacityScope: whom as CapacityScope } : {};
      return { type: 'DeclineReferral', reason: why as DeclineReason, ...scope } as const;
    }
  }
}
