import { useViewer } from '../session/viewer.js';
import { useWords } from '../words/use-words.js';
import { Tabs } from './tabs.js';

/**
 * The pages that a day goes to and fro between: what was sent to us, what we sent, the network, how much room
 * we have, and for an official asking by code.
 */
export function ListTabs() {
  const { t } = useWords();
  const { asks, reports } = useViewer();
  return (
    <Tabs
      label={t('nav.label')}
      tabs={[
        { to: '/', label: t('inbox.received') },
        { to: '/sent', label: t('inbox.sent') },
        { to: '/network', label: t('nav.network') },
        ...(reports ? [{ to: '/services', label: t('nav.services') }] : []),
        ...(asks ? [{ to: '/status', label: t('nav.status') }] : []),
      ]}
    />
  );
}
