import { Link } from 'wouter';
import { Notice } from '../ui/notice.js';
import { useWords } from '../words/use-words.js';
import type { Referral } from './referral.js';

/** What about this referral is out of the ordinary, and what can be done about it. */
export function Standing({ referral }: { readonly referral: Referral }) {
  const { t, label } = useWords();
  const { asking, refused, sharingEnded, side, state, pathway, prepared, preparationEnded, next } = referral;
  return (
    <>
      {asking && (
        <Notice title={t('referral.asking')}>
          <p>{t('referral.asking.next')}</p>
        </Notice>
      )}
      {prepared && (
        <Notice title={t('referral.prepared')}>
          <p>{t('referral.prepared.next')}</p>
        </Notice>
      )}
      {preparationEnded && state === 'draft' && !prepared && (
        <Notice
          kind="warning"
          title={t('referral.notByItself', { reason: label('preparationEndings', preparationEnded) })}
        >
          <p>{t('referral.notByItself.next')}</p>
        </Notice>
      )}
      {next && (
        <Notice title={t(isOpen(state) ? 'referral.hasNext' : 'referral.nextTook')}>
          <p>
            <Link href={`/referral/${next}`}>{t('referral.next.open')}</Link>
          </p>
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
          <p>{t(afterExpiry(side, pathway, next))}</p>
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

function afterExpiry(side: string, pathway: Referral['pathway'], next: Referral['next']): string {
  if (side === 'recipient') return 'referral.expired.recipient';
  if (next) return 'referral.expired.followed';
  return pathway === 'general' ? 'referral.expired.sender' : 'referral.expired.isolated';
}

const isOpen = (state: Referral['state']) => state === 'sent' || state === 'acknowledged';

/** The ladder has come to the sender's own supervisor, and there is still no answer. */
function isAskedAboutSilence({ side, state, timeline }: Referral): boolean {
  const clock = state === 'sent' ? ['unacknowledged', 'undecided'] : ['undecided'];
  return (
    side === 'sender' &&
    isOpen(state) &&
    timeline.some(({ act, code }) => clock.includes(act) && code?.startsWith('sender_supervisor'))
  );
}
