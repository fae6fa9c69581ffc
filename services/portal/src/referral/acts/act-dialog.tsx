import type { FormEvent, ReactNode } from 'react';
import type { Fault } from '../../graph/fault.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.js';
import { FaultNotice } from '../../ui/fault-notice.js';
import { useWords } from '../../words/use-words.js';

/** A question before an act: what it needs to know, then the act itself, or back. */
export function ActDialog(props: {
  readonly title: string;
  readonly confirm: string;
  readonly kind?: 'main' | 'danger';
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  readonly faults?: readonly FieldFault[];
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { title, confirm, kind = 'main', busy, fault, faults = [], children, onConfirm, onClose } = props;
  const { t } = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} />
        <FaultNotice fault={fault} />
        {children}
        <div className="acts">
          <Button type="submit" kind={kind} busy={busy}>
            {confirm}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
