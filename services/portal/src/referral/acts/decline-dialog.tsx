import { useState } from 'react';
import type { FieldFault } from '../../ui/error-summary.js';
import { useWords } from '../../words/use-words.js';
import { ActDialog } from './act-dialog.js';
import { answerOf, missingIn, noReason } from './reason.js';
import { ReasonFields } from './reason-fields.js';
import type { Acts } from './use-acts.js';

/** Decline in three: the press that opened this, a reason, and the confirmation. */
export function DeclineDialog({ acts, onClose }: { readonly acts: Acts; readonly onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState(noReason);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const confirm = async () => {
    const missing = missingIn(reason);
    setFaults(missing);
    if (missing.length === 0 && (await acts.decline(answerOf(reason)))) onClose();
  };
  return (
    <ActDialog
      title={t('decline.title')}
      confirm={t('decline.confirm')}
      kind="danger"
      busy={acts.busy}
      fault={acts.fault}
      faults={faults}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <ReasonFields value={reason} onChange={setReason} faults={faults} />
    </ActDialog>
  );
}
