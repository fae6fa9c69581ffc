import '../../styles/authority.css';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { useWords } from '../../words/use-words.js';

export interface Given {
  readonly code: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly actor: string;
}

/** Shown this once, large enough to be read aloud across a desk. It is in no address, no storage and no list. */
export function GivenCodeDialog({ given, onClose }: { readonly given: Given; readonly onClose: () => void }) {
  const { t, day } = useWords();
  const { code, expiresAt, actor } = given;
  return (
    <Dialog title={t('giveCode.title')} onClose={onClose}>
      <Notice kind="success" focus title={t('giveCode.for', { actor })}>
        <p className="spoken-code">
          {code.split('-').map((part, n) => (
            <span key={`${n} ${part}`}>{n === 0 ? part : `-${part}`}</span>
          ))}
        </p>
        <p>{t('codes.until', { day: day(expiresAt) })}</p>
      </Notice>
      <p>{t('giveCode.once')}</p>
      <Button onPress={onClose}>{t('giveCode.noted')}</Button>
    </Dialog>
  );
}
