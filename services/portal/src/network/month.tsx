import type { ReferralMonthQuery } from '../graph/generated/graphql.js';
import { ReferralMonthDocument } from '../graph/generated/network.js';
import { useFreshQuery } from '../graph/use-fresh-query.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { SummaryList } from '../ui/summary-list.js';
import { Waiting } from '../ui/waiting.js';
import { useWords } from '../words/use-words.js';

type Told = NonNullable<ReferralMonthQuery['referralMonth']>;

/** An edition never changes; the next one comes once a month. */
const EVERY_MS = 600_000;

/** How a month went, in numbers of people. What is hidden is called hidden, and why is said below. */
export function Month({ asOf }: { readonly asOf: string | undefined }) {
  const { t, month } = useWords();
  const { data, fault, loading, refresh } = useFreshQuery(ReferralMonthDocument, asOf ? { asOf } : {}, {
    everyMs: EVERY_MS,
  });
  const told = data?.referralMonth;
  return (
    <section className="month" aria-labelledby="month">
      <h2 id="month">{told ? t('network.month.of', { month: month(told.month) }) : t('network.month')}</h2>
      <p className="remark">{t('network.month.what')}</p>
      {loading && <Waiting />}
      <FaultNotice fault={fault} focus={false} onRetry={refresh} />
      {data && !told && (
        <div className="empty">
          <p className="empty-title">{t('network.month.none')}</p>
        </div>
      )}
      {told && <Numbers told={told} />}
    </section>
  );
}

function Numbers({ told }: { readonly told: Told }) {
  const { t } = useWords();
  const { all, threshold, untilAcknowledged, untilDecided } = told;
  const hidden = t('network.hidden');
  const rows = (
    [
      ['network.month.sent', all.sent],
      ['network.month.acknowledged', all.acknowledged],
      ['network.month.decided', all.decided],
      ['network.month.served', all.served],
      ['network.month.unanswered', all.unanswered],
      ['network.month.open', all.open],
      ['network.month.noResponse', all.noResponse],
      ['network.month.takenBack', all.takenBack],
    ] as const
  ).map(([name, number]) => ({
    name: t(name),
    value: number === null || number === undefined ? hidden : String(number),
  }));
  const times = (
    [
      ['network.month.untilAcknowledged', untilAcknowledged],
      ['network.month.untilDecided', untilDecided],
    ] as const
  ).map(([name, took]) => ({
    name: t(name),
    value: took ? t('network.month.took', { median: took.median, p90: took.p90 }) : hidden,
  }));
  const numbers = [...rows, ...times];
  const why = t('network.hidden.why', { threshold });
  if (numbers.every(({ value }) => value === hidden))
    return (
      <div className="empty">
        <p className="empty-title">{t('network.month.allHidden')}</p>
        <p>{why}</p>
      </div>
    );
  return (
    <>
      <SummaryList rows={numbers} />
      {numbers.some(({ value }) => value === hidden) && <p className="remark">{why}</p>}
    </>
  );
}
