import type { Fault } from '../graph/fault.js';
import { faultWords } from '../words/fault-words.js';
import { useWords } from '../words/use-words.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

/** What happened, and what to do next; never what a server said. */
export function FaultNotice({
  fault,
  focus = true,
  onRetry,
}: {
  readonly fault: Fault | undefined;
  readonly focus?: boolean;
  /** Asks once more what was asked; whoever pressed a button presses that one again. */
  readonly onRetry?: () => void;
}) {
  const { t } = useWords();
  if (!fault) return null;
  const { happened, next } = faultWords(fault.code);
  return (
    <Notice kind={fault.code === 'OFFLINE' ? 'warning' : 'danger'} title={t(happened)} focus={focus} live>
      <p>{t(next)}</p>
      {onRetry && (
        <Button kind="quiet" onPress={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Notice>
  );
}
