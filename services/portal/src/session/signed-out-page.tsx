import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/use-words.js';
import type { Arrival } from './arrival.js';
import { signInAddress } from './session.js';

const notices = {
  failed: { kind: 'danger', what: 'session.failed', next: 'session.failed.next' },
  unavailable: { kind: 'warning', what: 'session.unavailable', next: 'session.unavailable.next' },
  left: { kind: 'success', what: 'session.left', next: 'session.left.next' },
} as const;

/** What this is, and the way in. After a session that ended, the same place comes back. */
export function SignedOutPage(props: { readonly ended: boolean; readonly arrival: Arrival | undefined }) {
  const { ended, arrival } = props;
  const { t, language } = useWords();
  const notice = !ended && arrival && notices[arrival];
  return (
    <Page title={ended ? t('session.ended') : t('welcome.title')}>
      {notice && (
        <Notice kind={notice.kind} title={t(notice.what)} live>
          <p>{t(notice.next)}</p>
        </Notice>
      )}
      <p className="lead">{ended ? t('session.ended.next') : t('welcome.what')}</p>
      {!ended && <p>{t('welcome.who')}</p>}
      {/* A plain link: signing in leaves the portal for the provider's own page. */}
      <p>
        <a className="button button-main" href={signInAddress(language)}>
          {t('session.signIn')}
        </a>
      </p>
      <p className="remark">{t('exit.explained')}</p>
    </Page>
  );
}
