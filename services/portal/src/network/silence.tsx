import type { SilenceQuery } from '../graph/generated/graphql.js';
import { SilenceDocument } from '../graph/generated/network.js';
import { useFreshQuery } from '../graph/use-fresh-query.js';
import { Clock } from '../ui/clock.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { Tag } from '../ui/tag.js';
import { useNow } from '../ui/use-now.js';
import { Waiting } from '../ui/waiting.js';
import { useWords } from '../words/use-words.js';

type Silent = SilenceQuery['silentReferrals']['items'][number];

/** Who is kept waiting beyond the time, now: the one page on which silence is seen from outside. */
export function Silence() {
  const { t, language } = useWords();
  const now = useNow();
  const { data, fault, loading, refresh } = useFreshQuery(SilenceDocument, { language });
  const items = data?.silentReferrals.items ?? [];
  return (
    <section aria-labelledby="silence">
      <h2 id="silence">{t('network.silence')}</h2>
      <p className="remark">{t('network.silence.what')}</p>
      {loading && <Waiting />}
      <FaultNotice fault={fault} focus={false} onRetry={refresh} />
      {data && items.length === 0 && (
        <div className="empty">
          <p className="empty-title">{t('network.silence.none')}</p>
          <p>{t('network.silence.none.next')}</p>
        </div>
      )}
      {items.length > 0 && (
        <ul className="cards silence">
          {items.map((one) => (
            <SilentCard key={one.reference} silent={one} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function SilentCard({ silent, now }: { readonly silent: Silent; readonly now: number }) {
  const { t, label } = useWords();
  const { reference, receiver, serviceGroup, clock, due, rung } = silent;
  return (
    <li className="card">
      <div className="card-what">
        <p className="card-reference">{reference}</p>
        <h3>{receiver.name}</h3>
        <p className="card-where">{label('serviceGroups', serviceGroup)}</p>
      </div>
      <div className="card-state">
        <Clock what={t(clock === 'decide' ? 'clock.decide' : 'clock.acknowledge')} dueAt={due} now={now} />
        <p className="card-tags">
          {rung ? (
            <Tag tone={rung === 'coordinator' ? 'bad' : 'warn'}>{label('silenceRungs', rung)}</Tag>
          ) : (
            <Tag>{t('network.silence.toldNobody')}</Tag>
          )}
        </p>
      </div>
    </li>
  );
}
