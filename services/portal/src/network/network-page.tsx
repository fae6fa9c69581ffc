/** Who covers what, where the gaps are, and for coordinators who is kept waiting: the network at one look. */
import '../styles/network.css';
import type { ServiceCode } from '@stezhka/vocabulary';
import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { CoverageDocument } from '../graph/generated/network.js';
import { useFreshQuery } from '../graph/use-fresh-query.js';
import { useViewer } from '../session/viewer.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { ListTabs } from '../ui/list-tabs.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Waiting } from '../ui/waiting.js';
import { useWords } from '../words/use-words.js';
import { AsOf } from './as-of.js';
import { gapsOf, matrixOf, servicesOf } from './covered.js';
import { Gaps } from './gaps.js';
import { Matrix } from './matrix.js';
import { asOfOf, type Moment, momentsUntil } from './moments.js';
import { Month } from './month.js';
import { NetworkCount } from './network-count.js';
import { OneService } from './one-service.js';
import { Silence } from './silence.js';

/** What is looked at changes by the hour, not by the second. */
const EVERY_MS = 120_000;

export function NetworkPage() {
  const { t } = useWords();
  const { coordinates } = useViewer();
  const [search, setSearch] = useSearchParams();
  const moments = useMemo(() => momentsUntil(new Date()), []);
  const moment = moments.find((one) => one === search.get('asOf')) ?? 'now';
  const asOf = asOfOf(moment);
  const set = (next: { readonly service?: ServiceCode; readonly moment?: Moment }) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (next.service) after.set('service', next.service);
        if (next.moment === 'now') after.delete('asOf');
        else if (next.moment) after.set('asOf', next.moment);
        return after;
      },
      { replace: true },
    );
  return (
    <Page title={t('network.title')} wide>
      <div className="inbox-bar">
        <ListTabs />
      </div>
      <p className="lead network-lead">{t('network.what')}</p>
      <AsOf moments={moments} moment={moment} onChange={(next) => set({ moment: next })} />
      <NetworkCount asOf={asOf} />
      <Covered
        asOf={asOf}
        service={search.get('service') ?? undefined}
        onService={(service) => set({ service })}
      />
      {coordinates && <Silence />}
      {coordinates && <Month asOf={asOf} />}
    </Page>
  );
}

function Covered(props: {
  readonly asOf: string | undefined;
  readonly service: string | undefined;
  readonly onService: (service: ServiceCode) => void;
}) {
  const { asOf, service, onService } = props;
  const { t } = useWords();
  const { coordinates } = useViewer();
  const variables = useMemo(
    () => ({ withReferrals: coordinates, ...(asOf ? { asOf } : {}) }),
    [asOf, coordinates],
  );
  const { data, fault, loading, stale, refresh } = useFreshQuery(CoverageDocument, variables, {
    everyMs: EVERY_MS,
  });
  if (loading) return <Waiting />;
  const { cells = [], referralsOf } = data?.coverage ?? {};
  const services = servicesOf(cells);
  const chosen = services.find((one) => one === service) ?? begunWith(services);
  return (
    <>
      <FaultNotice fault={fault} focus={false} onRetry={refresh} />
      {stale && <Notice>{t('stale')}</Notice>}
      {chosen && (
        <>
          <OneService
            cells={cells.filter((cell) => cell.service === chosen)}
            services={services}
            service={chosen}
            referralsOf={referralsOf ?? undefined}
            onChange={onService}
          />
          <Matrix rows={matrixOf(cells)} />
          <Gaps gaps={gapsOf(cells)} />
        </>
      )}
    </>
  );
}

/** A bed for the night is what is asked for most. */
const begunWith = (services: readonly ServiceCode[]) =>
  services.find((one) => one === 'SHL.TRANSIT') ?? services[0];
