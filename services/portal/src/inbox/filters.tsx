import type { Urgency } from '@stezhka/vocabulary';
import { Select } from '../ui/select.js';
import { useWords } from '../words/use-words.js';
import { type Filter, type Show, shows } from './filter.js';

const names: Readonly<Record<Show, string>> = {
  all: 'inbox.show.all',
  waiting: 'inbox.show.waiting',
  overdue: 'inbox.show.overdue',
  going: 'inbox.show.going',
  ended: 'inbox.show.ended',
};

export function Filters(props: { readonly filter: Filter; readonly onChange: (filter: Filter) => void }) {
  const { filter, onChange } = props;
  const { t, options } = useWords();
  return (
    <search className="filters" aria-label={t('inbox.filters')}>
      <Select
        label={t('inbox.show')}
        choices={shows.map((value) => ({ value, label: t(names[value]) }))}
        value={filter.show}
        onChange={(show) => onChange({ ...filter, show: show || 'all' })}
      />
      <Select<Urgency>
        label={t('referral.urgency')}
        choices={options<Urgency>('urgencies')}
        empty={t('inbox.urgency.any')}
        value={filter.urgency}
        onChange={(urgency) => onChange({ ...filter, urgency })}
      />
    </search>
  );
}
