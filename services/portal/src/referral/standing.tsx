import { Notice } from '../ui/notice.js';
import { useWords } from '../words/use-words.js';
import type { Referral } from './referral.js';

/** What about this referral is out of the ordinary, and what can be done about it. */
export function Standing({ referral }: { readonly referral: Referral }) {
  const { t, label } = useWords();
  const { asking, refused, sharingEnded, side, state, pathway } = referral;
  return (
    <>
      {asking && (
        <Notice title={t('referral.asking')}>
          <p>{t('referral.asking.next')}</p>
        </Notice>
      )}
      {refused && state === 'draft' && !asking && (
        <Notice kind="warning" title={t('referral.refused', { reason: label('permitRefusals', refused) })}>
          <p>{t(`refusal.next.${refused}`)}</p>
        </Notice>
      )}
      {isAskedAboutSilence(referral) && (
        <Notice kind="warning" title={t('referral.silent')}>
          <p>{t('referral.silent.next')}</p>
        </Notice>
      )}
      {state === 'expired' && !sharingEnded && (
        <Notice kind="warning" title={t('referral.expired')}>
          <p>{t(afterExpiry(side, pathway))}</p>
        </Notice>
      )}
      {sharingEnded && (
        <Notice kind="warning" title={t('referral.sharingEnded')}>
          <p>
            {t(side === 'recipient' ? 'referral.sharingEnded.recipient' : 'referral.sharingEnded.sender')}
          </p>
        </Notice>
      )}
    </>
  );
}

function afterExpiry(side: string, pathway: Referral['pathway']): string {
  if (side === 'recipient') return 'referral.expired.recipient';
  return pathway === 'general' ? 'referral.expired.sender' : 'referral.expired.isolated';
}

/** The ladder has come to the sender's own supervisor, and there is still no answer. */
function isAskedAboutSilence({ side, state, timeline }: Referral): boolean {
  const open = state === 'sent' || state === 'acknowledged';
  const clock = state === 'sent' ? ['unacknowledged', 'undecided'] : ['undecided'];
  return (
    side === 'sender' &&
    open &&
    timeline.some(({ act, code }) => clock.includes(act) && code?.startsWith('sender_supervisor'))
  );
}
