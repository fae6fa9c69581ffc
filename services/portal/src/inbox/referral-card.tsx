import { Link } from 'wouter';
import type { ListedReferralFragment } from '../graph/generated/graphql.js';
import { clocksDue } from '../referral/clocks-due.js';
import { StateTag } from '../referral/state-tag.js';
import { Clock } from '../ui/clock.js';
import { Tag } from '../ui/tag.js';
import { useWords } from '../words/use-words.js';

/** One referral of a list: enough to know whether to open it now, and nothing of the person. */
export function ReferralCard({
  referral,
  now,
}: {
  readonly referral: ListedReferralFragment;
  readonly now: number;
}) {
  const { t, label, day } = useWords();
  const { service, oblast, urgency, sender, recipient, side, reference } = referral;
  const since = referral.sentAt ?? referral.draftedAt;
  return (
    <li className="card">
      <div className="card-what">
        <p className="card-reference">{reference}</p>
        <h2 className="card-title">
          <Link href={`/referral/${referral.id}`}>
            {service ? label('serviceCodes', service) : t('referral.unnamed')}
          </Link>
        </h2>
        <p className="card-where">
          {side === 'recipient'
            ? sender && t('inbox.from', { actor: sender.name })
            : recipient
              ? t('inbox.to', { actor: recipient.name })
              : t('inbox.toNobody')}
        </p>
        <p className="card-where">
          {[oblast && label('oblasts', oblast), since && day(since)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="card-state">
        <p className="card-tags">
          <StateTag state={referral.state} />
          {urgency && urgency !== 'normal' && (
            <Tag tone={urgency === 'emergency' ? 'bad' : 'warn'}>{label('urgencies', urgency)}</Tag>
          )}
        </p>
        {clocksDue(referral).map(({ what, dueAt }) => (
          <Clock key={what} what={t(what)} dueAt={dueAt} now={now} />
        ))}
        <Marks referral={referral} />
      </div>
    </li>
  );
}

function Marks({ referral }: { readonly referral: ListedReferralFragment }) {
  const { t } = useWords();
  const { asking, prepared, preparationEnded, state, refused, sharingEnded, unconfirmedFrom, side } =
    referral;
  const marks = [
    asking && t('referral.asking'),
    prepared && t('referral.prepared'),
    preparationEnded && state === 'draft' && !prepared && t('referral.preparationEnded'),
    refused && t('referral.refused.short'),
    sharingEnded && t('referral.sharingEnded'),
    unconfirmedFrom &&
      (unconfirmedFrom === side ? t('referral.unconfirmed.theirs') : t('referral.unconfirmed.ours')),
  ].filter((mark) => typeof mark === 'string');
  return marks.map((mark) => (
    <p key={mark} className="card-mark">
      {mark}
    </p>
  ));
}
