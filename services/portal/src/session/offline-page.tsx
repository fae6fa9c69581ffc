import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/use-words.js';

/** Not even who is signed in could be asked. */
export function OfflinePage({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useWords();
  return (
    <Page title={t('fault.offline')}>
      <p>{t('fault.offline.next')}</p>
      <Button onPress={onRetry}>{t('retry')}</Button>
    </Page>
  );
}
