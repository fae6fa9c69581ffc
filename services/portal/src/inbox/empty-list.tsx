import { useViewer } from '../session/viewer.js';
import { ButtonLink, TextButton } from '../ui/button.js';
import { useWords } from '../words/use-words.js';
import type { Side } from './side.js';

/** Nothing here: what would be, and what brings it. */
export function EmptyList(props: {
  readonly side: Side;
  readonly filtered: boolean;
  readonly onShowAll: () => void;
}) {
  const { side, filtered, onShowAll } = props;
  const { t } = useWords();
  const { sends } = useViewer();
  if (filtered)
    return (
      <div className="empty">
        <p className="empty-title">{t('inbox.empty.filtered')}</p>
        <TextButton onPress={onShowAll}>{t('inbox.empty.showAll')}</TextButton>
      </div>
    );
  return (
    <div className="empty">
      <p className="empty-title">{t(side === 'recipient' ? 'inbox.empty.received' : 'inbox.empty.sent')}</p>
      <p>{t(side === 'recipient' ? 'inbox.empty.received.next' : 'inbox.empty.sent.next')}</p>
      {sends && side === 'sender' && <ButtonLink to="/new">{t('nav.new')}</ButtonLink>}
    </div>
  );
}
