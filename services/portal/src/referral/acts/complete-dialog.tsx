import type { Outcome } from '@stezhka/vocabulary';
import { useState } from 'react';
import { Radios } from '../../ui/radios.js';
import { useWords } from '../../words/use-words.js';
import { ActDialog } from './act-dialog.js';
import type { Acts } from './use-acts.js';

/** What came of the service, as a code. */
export function CompleteDialog({ acts, onClose }: { readonly acts: Acts; readonly onClose: () => void }) {
  const { t, options } = useWords();
  const [outcome, setOutcome] = useState<Outcome>();
  const [missing, setMissing] = useState(false);
  const confirm = async () => {
    setMissing(!outcome);
    if (outcome && (await acts.complete(outcome))) onClose();
  };
  return (
    <ActDialog
      title={t('complete.title')}
      confirm={t('complete.confirm')}
      busy={acts.busy}
      fault={acts.fault}
      faults={missing ? [{ field: 'outcome', message: 'complete.missing' }] : []}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Radios<Outcome>
        id="outcome"
        label={t('complete.what')}
        choices={options<Outcome>('outcomes')}
        value={outcome}
        error={missing ? t('complete.missing') : undefined}
        onChange={setOutcome}
      />
    </ActDialog>
  );
}
