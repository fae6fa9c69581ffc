/** What was sent to us, what we sent: the page on which a working day begins. */
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useViewer } from '../session/viewer.js';
import { ButtonLink } from '../ui/button.js';
import { ListTabs } from '../ui/list-tabs.js';
import { Page } from '../ui/page.js';
import { useNow } from '../ui/use-now.js';
import { useWords } from '../words/use-words.js';
import { type Filter, filterIn, searchOf } from './filter.js';
import { Filters } from './filters.js';
import { ListPage } from './list-page.js';
import type { Side } from './side.js';

export function InboxPage({ side }: { readonly side: Side }) {
  const { t } = useWords();
  const { sends } = useViewer();
  const [search, setSearch] = useSearchParams();
  const filter = filterIn(search);
  const show = (next: Filter) => setSearch(searchOf(next), { replace: true });
  return (
    <Page title={t(side === 'recipient' ? 'inbox.received' : 'inbox.sent')} wide>
      <div className="inbox-bar">
        <ListTabs />
        {sends && <ButtonLink to="/new">{t('nav.new')}</ButtonLink>}
      </div>
      <Filters filter={filter} onChange={show} />
      <Pages
        key={`${side} ${searchOf(filter)}`}
        side={side}
        filter={filter}
        onShowAll={() => show(filterIn(new URLSearchParams()))}
      />
    </Page>
  );
}

/** Each page of the list asks for itself; the next one begins after the last referral of the one before. */
function Pages(props: { readonly side: Side; readonly filter: Filter; readonly onShowAll: () => void }) {
  const { side, filter, onShowAll } = props;
  const [after, setAfter] = useState<readonly (string | undefined)[]>([undefined]);
  const now = useNow();
  return after.map((cursor, n) => (
    <ListPage
      key={cursor ?? 'first'}
      side={side}
      filter={filter}
      after={cursor}
      now={now}
      last={n === after.length - 1}
      onMore={(id) => setAfter([...after, id])}
      onShowAll={onShowAll}
    />
  ));
}
