import { Notice } from '../ui/notice.js';
import { useWords } from '../words/use-words.js';
import type { Referral } from './referral.js';

/** What about this referral is out of the ordinary, and what can be done about it. */
export function Standing({ referral }: { readonly referral: Referral }) {
  const { t, label } = useWords();
  const { asking, refused, sharingEnded, side, state } = referral;
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
