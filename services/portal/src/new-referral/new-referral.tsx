import { Page } from '../ui/page.js';
import { useWords } from '../words/use-words.js';

export function NewReferral() {
  const { t } = useWords();
  return <Page title={t('new.title')}>{null}</Page>;
}
