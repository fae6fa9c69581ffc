import { NetworkCountDocument } from '../graph/generated/network.js';
import { useFreshQuery } from '../graph/use-fresh-query.js';
import { useWords } from '../words/use-words.js';
import { endOfDay } from './moments.js';

const EVERY_MS = 60_000;

/** How many organisations there were, and how many of them worked. */
export function NetworkCount({ asOf }: { readonly asOf: string | undefined }) {
  const { t } = useWords();
  const { data } = useFreshQuery(
    NetworkCountDocument,
    { asOf: asOf ?? endOfDay(new Date()) },
    { everyMs: EVERY_MS },
  );
  if (!data) return null;
  const { actors, operational, fullyOperational } = data.network;
  return (
    <dl className="figures">
      <Figure name={t('network.count.actors')} value={actors} />
      <Figure name={t('network.count.operational')} value={operational} />
      <Figure name={t('network.count.full')} value={fullyOperational} />
    </dl>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
