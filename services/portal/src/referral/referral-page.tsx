/** One referral, as far as the viewer's side may know it. */
import '../styles/referral.css';
import { useState } from 'react';
import { ReferralDocument } from '../graph/generated/referral.js';
import { useFreshQuery } from '../graph/use-fresh-query.js';
import { NotFoundPage } from '../session/not-found-page.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { Page } from '../ui/page.js';
import { Waiting } from '../ui/waiting.js';
import { useWords } from '../words/use-words.js';
import { ReferralView } from './referral-view.js';

const WHILE_OPEN_MS = 5_000;

export function ReferralPage({ id }: { readonly id: string }) {
  const { t, language } = useWords();
  // While somebody reads what was shared, its end must not be missed.
  const [reading, setReading] = useState(false);
  const { data, fault, loading, stale, refresh } = useFreshQuery(
    ReferralDocument,
    { id, language },
    { everyMs: reading ? WHILE_OPEN_MS : undefined, about: id, requestPolicy: 'network-only' },
  );
  if (data?.referral)
    return (
      <ReferralView
        referral={data.referral}
        stale={stale}
        fault={fault}
        refresh={refresh}
        onReading={setReading}
      />
    );
  if (loading)
    return (
      <main id="main" className="page">
        <Waiting />
      </main>
    );
  // An id that is no id at all is refused as input: still the same page.
  if (!fault || ['NOT_FOUND', 'INVALID_INPUT'].includes(fault.code)) return <NotFoundPage />;
  return (
    <Page title={t('referral.title')}>
      <FaultNotice fault={fault} focus={false} onRetry={refresh} />
    </Page>
  );
}
