import { EmergencyCall } from '../referral/emergency-call.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/use-words.js';
import type { Chosen } from './draft.js';
import type { Sent } from './sending.js';

/** It is on its way, or consent is still being asked; either way, what happens now. */
export function SentPage(props: {
  readonly sent: Sent;
  readonly chosen: Chosen;
  readonly emergency: boolean;
}) {
  const { sent, chosen, emergency } = props;
  const { t } = useWords();
  const pending = sent.outcome === 'PENDING';
  return (
    <Page title={t(pending ? 'sent.pending' : 'sent.title')}>
      <Notice kind={pending ? 'info' : 'success'}>
        <p>{t(pending ? 'sent.pending.next' : 'sent.what', { actor: chosen.name })}</p>
      </Notice>
      {emergency && <EmergencyCall actor={{ name: chosen.name, dutyPhone: chosen.dutyPhone }} />}
      <p>{t('sent.next')}</p>
      <div className="acts">
        <ButtonLink to={`/referral/${sent.referralId}`}>{t('sent.open')}</ButtonLink>
        <ButtonLink to="/sent" kind="quiet">
          {t('inbox.sent')}
        </ButtonLink>
      </div>
    </Page>
  );
}
