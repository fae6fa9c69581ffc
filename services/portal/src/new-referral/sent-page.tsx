import { EmergencyCall } from '../referral/emergency-call.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/use-words.js';
import type { Chosen } from './draft.js';
import type { Sent } from './sending.js';

const words = {
  sent: ['sent.title', 'sent.what'],
  PENDING: ['sent.pending', 'sent.pending.next'],
  prepared: ['sent.prepared', 'sent.prepared.next'],
} as const;

/** It is on its way, or consent is still being asked; either way, what happens now. */
export function SentPage(props: {
  readonly sent: Sent;
  readonly chosen: Chosen;
  readonly emergency: boolean;
}) {
  const { sent, chosen, emergency } = props;
  const { t } = useWords();
  const [title, what] = words[sent.outcome === 'refused' ? 'PENDING' : sent.outcome];
  const pending = sent.outcome === 'PENDING';
  return (
    <Page title={t(title)}>
      <Notice kind={pending ? 'info' : 'success'}>
        <p>{t(what, { actor: chosen.name })}</p>
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
