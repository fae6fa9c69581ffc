/** What this viewer could do now, the likeliest first. A hint of the server's; it decides again when it is done. */
import { useState } from 'react';
import { useViewer } from '../../session/viewer.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { useWords } from '../../words/use-words.js';
import { GiveCodeDialog } from '../authority/give-code-dialog.js';
import type { Referral } from '../referral.js';
import { CompleteDialog } from './complete-dialog.js';
import { DeclineDialog } from './decline-dialog.js';
import { PhonedDialog } from './phoned-dialog.js';
import type { Acts as ReferralActs } from './use-acts.js';
import { WithdrawAgreementDialog } from './withdraw-agreement-dialog.js';
import { WithdrawDialog } from './withdraw-dialog.js';

type Asking = 'decline' | 'complete' | 'withdraw' | 'phoned' | 'agreement' | 'code';

export function Acts({ referral, acts }: { readonly referral: Referral; readonly acts: ReferralActs }) {
  const [asking, setAsking] = useState<Asking>();
  const ask = (what: Asking) => {
    acts.forget();
    setAsking(what);
  };
  const close = () => setAsking(undefined);
  return (
    <>
      {referral.side === 'recipient' ? (
        <RecipientActs referral={referral} acts={acts} onAsk={ask} />
      ) : (
        <SenderActs referral={referral} onAsk={ask} />
      )}
      {asking === 'decline' && <DeclineDialog acts={acts} onClose={close} />}
      {asking === 'complete' && <CompleteDialog acts={acts} onClose={close} />}
      {asking === 'withdraw' && <WithdrawDialog acts={acts} onClose={close} />}
      {asking === 'phoned' && <PhonedDialog referral={referral} acts={acts} onClose={close} />}
      {asking === 'code' && <GiveCodeDialog referralId={referral.id} onDone={acts.refresh} onClose={close} />}
      {asking === 'agreement' && (
        <WithdrawAgreementDialog referral={referral} onDone={acts.refresh} onClose={close} />
      )}
    </>
  );
}

interface Offered {
  readonly referral: Referral;
  readonly onAsk: (what: Asking) => void;
}

function RecipientActs({ referral, acts, onAsk }: Offered & { readonly acts: ReferralActs }) {
  const { t } = useWords();
  const can = (mutation: string) => referral.viewerCan.includes(mutation);
  const { busy } = acts;
  if (can('confirmAnswer'))
    return (
      <Notice kind="warning" title={t('referral.unconfirmed.ours')}>
        <p>{t(referral.state === 'declined' ? 'confirm.declined' : 'confirm.answered')}</p>
        <div className="acts">
          <Button busy={busy} onPress={() => void acts.confirm()}>
            {t('act.confirm')}
          </Button>
          {can('acceptReferral') && (
            <Button kind="quiet" busy={busy} onPress={() => void acts.accept()}>
              {t('act.acceptInstead')}
            </Button>
          )}
          {can('declineReferral') && (
            <Button kind="quiet" busy={busy} onPress={() => onAsk('decline')}>
              {t('act.declineInstead')}
            </Button>
          )}
        </div>
      </Notice>
    );
  const answering = can('acceptReferral');
  return (
    <div className="acts">
      {answering && (
        <Button busy={busy} onPress={() => void acts.accept()}>
          {t('act.accept')}
        </Button>
      )}
      {can('acknowledgeReferral') && (
        <Button kind="quiet" busy={busy} onPress={() => void acts.acknowledge()}>
          {t('act.acknowledge')}
        </Button>
      )}
      {can('declineReferral') && (
        <Button kind="quiet" busy={busy} onPress={() => onAsk('decline')}>
          {t('act.decline')}
        </Button>
      )}
      {can('startReferral') && (
        <Button busy={busy} onPress={() => void acts.start()}>
          {t('act.start')}
        </Button>
      )}
      {can('completeReferral') && (
        <Button kind={can('startReferral') ? 'quiet' : 'main'} busy={busy} onPress={() => onAsk('complete')}>
          {t('act.complete')}
        </Button>
      )}
    </div>
  );
}

const answers = [
  'acknowledgeReferral',
  'acceptReferral',
  'declineReferral',
  'startReferral',
  'completeReferral',
];

/** A no and a silence: from both one goes on to the next. */
const unanswered: readonly string[] = ['declined', 'expired'];

function SenderActs({ referral, onAsk }: Offered) {
  const { t } = useWords();
  const { me } = useViewer();
  const { id, asking, viewerCan, sharingEnded, householdId, state } = referral;
  // Sending goes on page by page; consent is asked one offer at a time.
  const sends = viewerCan.includes('sendReferral') && !asking;
  const withdraws = me?.roles.some((role) => withdrawing.includes(role)) ?? false;
  return (
    <div className="acts">
      {sends && <ButtonLink to={`/new/continue/${id}`}>{t('referral.chooseAgain')}</ButtonLink>}
      {unanswered.includes(state) && (
        <ButtonLink to={`/new/continue/${id}`}>{t('referral.askNext')}</ButtonLink>
      )}
      {answers.some((answer) => viewerCan.includes(answer)) && (
        <Button kind="quiet" onPress={() => onAsk('phoned')}>
          {t('act.phoned')}
        </Button>
      )}
      {viewerCan.includes('giveAuthorityCode') && (
        <Button kind="quiet" onPress={() => onAsk('code')}>
          {t('act.giveCode')}
        </Button>
      )}
      {viewerCan.includes('withdrawReferral') && (
        <Button kind="quiet" onPress={() => onAsk('withdraw')}>
          {t('act.withdraw')}
        </Button>
      )}
      {withdraws && householdId && !sharingEnded && state !== 'draft' && (
        <Button kind="quiet" onPress={() => onAsk('agreement')}>
          {t('act.withdrawAgreement')}
        </Button>
      )}
    </div>
  );
}

/** Who may take an agreement back for a person. */
const withdrawing: readonly string[] = ['caseworker', 'supervisor', 'data_protection_focal_point'];
