import { useMemo } from 'react';
import { ReceivedDocument, SentDocument } from '../graph/generated/inbox.js';
import { useFreshQuery } from '../graph/use-fresh-query.js';
import { Announcement } from '../ui/announcement.js';
import { Button } from '../ui/button.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { Notice } from '../ui/notice.js';
import { Waiting } from '../ui/waiting.js';
import { useWords } from '../words/use-words.js';
import { EmptyList } from './empty-list.js';
import { type Filter, inputOf, isFiltered } from './filter.js';
import { ReferralCard } from './referral-card.js';
import type { Side } from './side.js';

const PAGE = 20;

interface ListPageProps {
  readonly side: Side;
  readonly filter: Filter;
  readonly after: string | undefined;
  readonly now: number;
  readonly last: boolean;
  readonly onMore: (after: string) => void;
  readonly onShowAll: () => void;
}

export function ListPage({ side, filter, after, now, last, onMore, onShowAll }: ListPageProps) {
  const { t, language } = useWords();
  const { show, urgency } = filter;
  const variables = useMemo(
    () => ({
      language,
      filter: inputOf({ show, urgency }),
      page: { first: PAGE, ...(after ? { after } : {}) },
    }),
    [language, show, urgency, after],
  );
  // Both answer in the same form.
  const query = (side === 'recipient' ? ReceivedDocument : SentDocument) as typeof ReceivedDocument;
  const { data, fault, loading, stale, refresh } = useFreshQuery(query, variables);
  if (loading) return <Waiting />;
  const page = data?.inbox;
  const items = page?.items ?? [];
  return (
    <>
      <FaultNotice fault={fault} focus={false} onRetry={refresh} />
      {stale && <Notice>{t('stale')}</Notice>}
      {page && items.length === 0 && after === undefined && (
        <EmptyList side={side} filtered={isFiltered(filter)} onShowAll={onShowAll} />
      )}
      {page && after === undefined && <Announcement text={t('inbox.listed', { count: items.length })} />}
      {items.length > 0 && (
        <ul className="cards">
          {items.map((referral) => (
            <ReferralCard key={referral.id} referral={referral} now={now} />
          ))}
        </ul>
      )}
      {last && page?.hasMore && items.length > 0 && (
        <Button kind="quiet" onPress={() => onMore(items.at(-1)!.id)}>
          {t('inbox.more')}
        </Button>
      )}
    </>
  );
}
