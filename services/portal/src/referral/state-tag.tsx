import type { ReferralState } from '@stezhka/vocabulary';
import { Tag, type Tone } from '../ui/tag.js';
import { useWords } from '../words/use-words.js';

const tones: Readonly<Record<ReferralState, Tone>> = {
  draft: 'plain',
  sent: 'waiting',
  acknowledged: 'waiting',
  info_requested: 'warn',
  accepted: 'good',
  waitlisted: 'warn',
  scheduled: 'good',
  in_progress: 'good',
  on_hold: 'warn',
  completed: 'done',
  failed: 'bad',
  declined: 'bad',
  withdrawn: 'done',
  closed_person: 'done',
  expired: 'bad',
  entered_in_error: 'done',
};

/** Where a referral stands, in the words of the network. */
export function StateTag({ state }: { readonly state: ReferralState }) {
  const { label } = useWords();
  return <Tag tone={tones[state]}>{label('referralStates', state)}</Tag>;
}
