import type { Fault } from '../graph/fault.js';
import { faultWords } from '../words/fault-words.js';
import { useWords } from '../words/use-words.js';
import { Notice } from './notice.js';

/** What happened, and what to do next; never what a server said. */
export function FaultNotice({
  fault,
  focus = true,
}: {
  readonly fault: Fault | undefined;
  readonly focus?: boolean;
}) {
  const { t } = useWords();
  if (!fault) return null;
  const { happened, next } = faultWords(fault.code);
  return (
    <Notice kind={fault.code === 'OFFLINE' ? 'warning' : 'danger'} title={t(happened)} focus={focus} live>
      <p>{t(next)}</p>
    </Notice>
  );
}
