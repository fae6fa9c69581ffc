import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/use-words.js';

/** One page for what is not there, what is not ours and what was erased: the difference would tell. */
export function NotFoundPage() {
  const { t } = useWords();
  return (
    <Page title={t('notFound.title')}>
      <p>{t('notFound.what')}</p>
      <ButtonLink to="/">{t('notFound.back')}</ButtonLink>
    </Page>
  );
}
