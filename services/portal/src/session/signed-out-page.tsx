import { Page } from '../ui/page.js';
import { useWords } from '../words/use-words.js';
import { signInAddress } from './session.js';

/** What this is, and the way in. After a session that ended, the same place comes back. */
export function SignedOutPage({ ended }: { readonly ended: boolean }) {
  const { t, language } = useWords();
  return (
    <Page title={ended ? t('session.ended') : t('welcome.title')}>
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
