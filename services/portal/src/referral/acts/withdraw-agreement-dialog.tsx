/** The person takes her agreement back: as easy as giving it, effective before it is acknowledged. */
import { useState } from 'react';
import { WithdrawAgreementDocument } from '../../graph/generated/referral.js';
import { useCommands } from '../../graph/use-commands.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { useWords } from '../../words/use-words.js';
import type { Referral } from '../referral.js';
import { ActDialog } from './act-dialog.js';

export function WithdrawAgreementDialog(props: {
  readonly referral: Referral;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { referral, onDone, onClose } = props;
  const { t } = useWords();
  const { busy, fault, send } = useCommands();
  const [informed, setInformed] = useState<boolean>();
  const confirm = async () => {
    const data = await send('withdrawAgreement', WithdrawAgreementDocument, {
      householdId: referral.householdId!,
      channel: 'portal',
    });
    if (!data) return;
    setInformed(data.withdrawAgreement.recipientsInformed);
    onDone();
  };
  if (informed !== undefined)
    return (
      <Dialog title={t('agreement.withdrawn')} onClose={onClose}>
        <Notice kind="success" focus>
          <p>{t(informed ? 'agreement.withdrawn.informed' : 'agreement.withdrawn.soon')}</p>
        </Notice>
        <Button onPress={onClose}>{t('close')}</Button>
      </Dialog>
    );
  return (
    <ActDialog
      title={t('agreement.withdraw.title')}
      confirm={t('agreement.withdraw.confirm')}
      kind="danger"
      busy={busy}
      fault={fault}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('agreement.withdraw.effect', { actor: referral.recipient?.name ?? '' })}</p>
      <ul className="effects">
        <li>{t('agreement.withdraw.effect.number')}</li>
        <li>{t('agreement.withdraw.effect.others')}</li>
        <li>{t('agreement.withdraw.effect.help')}</li>
      </ul>
    </ActDialog>
  );
}
