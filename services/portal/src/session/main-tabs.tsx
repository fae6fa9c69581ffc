import { Tabs } from '../ui/tabs.js';
import { useWords } from '../words/use-words.js';

/** The pages on which a day begins, beside each other. */
export function MainTabs() {
  const { t } = useWords();
  return (
    <Tabs
      label={t('nav.label')}
      tabs={[
        { to: '/', label: t('inbox.received') },
        { to: '/sent', label: t('inbox.sent') },
        { to: '/network', label: t('nav.network') },
      ]}
    />
  );
}
