import type { Fault } from '../graph/fault.js';
import { Announcement } from '../ui/announcement.js';
import { Clock } from '../ui/clock.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Tag } from '../ui/tag.js';
import { useNow } from '../ui/use-now.js';
import { useWords } from '../words/use-words.js';
import { Acts } from './acts/acts.js';
import { useActs } from './acts/use-acts.js';
import { AuthorityCodes } from './authority/codes.js';
import { clocksDue } from './clocks-due.js';
import { PersonBox } from './disclosure/person-box.js';
import { EmergencyCall } from './emergency-call.js';
import { Facts } from './facts.js';
import { Happened } from './happened.js';
import type { Referral } from './referral.js';
import { Standing } from './standing.js';
import { StateTag } from './state-tag.js';

const open: readonly string[] = ['draft', 'sent', 'acknowledged', 'accepted', 'in_progress'];

export function ReferralView(props: {
  readonly referral: Referral;
  readonly stale: boolean;
  readonly fault: Fault | undefined;
  readonly refresh: () => void;
  readonly onReading: (reading: boolean) => void;
}) {
  const { referral, stale, fault, refresh, onReading } = props;
  const { t, label } = useWords();
  const now = useNow();
  const acts = useActs(referral, refresh);
  const { service, urgency, state, reference } = referral;
  return (
    <Page
      wide
      before={<p className="reference">{t('referral.reference', { reference })}</p>}
      title={service ? label('serviceCodes', service) : t('referral.title')}
    >
      <div className="referral-head">
        <p className="card-tags">
          <StateTag state={state} />
          {urgency && <Tag tone={toneOf(urgency)}>{label('urgencies', urgency)}</Tag>}
        </p>
        {clocksDue(referral).map(({ what, dueAt }) => (
          <Clock key={what} what={t(what)} dueAt={dueAt} now={now} />
        ))}
      </div>
      <Announcement text={t('referral.became', { state: label('referralStates', state) })} />
      {stale && <Notice>{t('stale')}</Notice>}
      <FaultNotice fault={acts.fault ?? fault} focus={acts.fault !== undefined} />
      {acts.done && !referral.sharingEnded && (
        <Notice kind="success" focus>
          <p>{t(acts.done)}</p>
        </Notice>
      )}
      <Standing referral={referral} />
      {urgency === 'emergency' && open.includes(state) && (
        <EmergencyCall actor={referral.side === 'sender' ? referral.recipient : referral.sender} />
      )}
      <Acts referral={referral} acts={acts} />
      <div className="referral-columns">
        <div>
          <PersonBox referral={referral} onReading={onReading} />
          <Facts referral={referral} />
          <AuthorityCodes referral={referral} onDone={refresh} />
        </div>
        <Happened referral={referral} />
      </div>
    </Page>
  );
}

const toneOf = (urgency: string) =>
  urgency === 'emergency' ? 'bad' : urgency === 'urgent' ? 'warn' : 'plain';
