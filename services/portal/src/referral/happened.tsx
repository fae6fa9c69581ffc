import { Timeline } from '../ui/timeline.js';
import { useWords } from '../words/use-words.js';
import { actWords, listOfCode } from './act-words.js';
import { askedEntries, type Entry } from './authority/asked.js';
import type { Referral } from './referral.js';

/** The timeline as this side may know it; late and second-hand entries say so. */
export function Happened({ referral }: { readonly referral: Referral }) {
  const words = useWords();
  const { t, label, moment } = words;
  const { timeline, side } = referral;
  const acts: Entry[] = timeline.map(
    ({ revision, act, occurredAt, recordedAt, channel, recordedBy, late, code }) => {
      const list = listOfCode(act);
      const spoken = channel && !['portal', 'api', 'import'].includes(channel);
      const secondHand = recordedBy === 'sender' && answers.includes(act);
      return {
        id: revision,
        title: code && list ? `${t(actWords(act))}: ${label(list, code)}` : t(actWords(act)),
        at: occurredAt,
        recordedAt,
        when: moment(occurredAt),
        marks: [
          spoken && t('timeline.channel', { channel: label('channels', channel) }),
          secondHand && t(side === 'sender' ? 'timeline.typedByUs' : 'timeline.typedBySender'),
          late && t('timeline.late', { when: moment(recordedAt) }),
        ].filter((mark) => typeof mark === 'string'),
      };
    },
  );
  const entries = [...acts, ...askedEntries(referral, words)].sort(
    (one, other) => Date.parse(one.recordedAt) - Date.parse(other.recordedAt),
  );
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">{t('referral.happened')}</h2>
      <Timeline entries={entries} />
    </section>
  );
}

/** What the recipient says, whoever typed it. */
const answers: readonly string[] = ['acknowledged', 'accepted', 'declined', 'started', 'completed'];
