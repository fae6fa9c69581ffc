import type { WithdrawReason } from '@stezhka/vocabulary';
import { useState } from 'react';
import { Radios } from '../../ui/radios.js';
import { useWords } from '../../words/use-words.js';
import { ActDialog } from './act-dialog.js';
import type { Acts } from './use-acts.js';

/** The sender takes it back, and says why. */
export function WithdrawDialog({ acts, onClose }: { readonly acts: Acts; readonly onClose: () => void }) {
  const { t, options } = useWords();
  const [reason, setReason] = useState<WithdrawReason>();
  const [missing, setMissing] = useState(false);
  const confirm = async () => {
    setMissing(!reason);
    if (reason && (await acts.withdraw(reason))) onClose();
  };
  return (
    <ActDialog
      title={t('withdraw.title')}
      confirm={t('withdraw.confirm')}
      kind="danger"
      busy={acts.busy}
      fault={acts.fault}
      faults={missing ? [{ field: 'withdraw-reason', message: 'withdraw.missing' }] : []}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('withdraw.effect')}</p>
      <Radios<WithdrawReason>
        id="withdraw-reason"
        label={t('withdraw.why')}
        choices={options<WithdrawReason>('withdrawReasons')}
        value={reason}
        error={missing ? t('withdraw.missing') : undefined}
        onChange={setReason}
      />
    </ActDialog>
  );
}
