/** What our organisation offers, and how much room there is: said here, it is what whoever refers sees. */
import '../styles/own-services.css';
import { OwnServicesDocument } from '../graph/generated/own-services.js';
import { useFreshQuery } from '../graph/use-fresh-query.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { ListTabs } from '../ui/list-tabs.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Waiting } from '../ui/waiting.js';
import { useWords } from '../words/use-words.js';
import { ServiceCard } from './service-card.js';

/** Places change when somebody is accepted, and when a colleague says so. */
const EVERY_MS = 60_000;
const nothing = {};

export function ServicesPage() {
  const { t } = useWords();
  const { data, fault, loading, stale, refresh } = useFreshQuery(OwnServicesDocument, nothing, {
    everyMs: EVERY_MS,
  });
  const { id: actorId, services = [] } = data?.me.actor ?? {};
  const offered = services.filter(({ endedAt }) => !endedAt);
  return (
    <Page title={t('services.title')} wide>
      <div className="inbox-bar">
        <ListTabs />
      </div>
      <p className="lead">{t('services.what')}</p>
      {loading && <Waiting />}
      <FaultNotice fault={fault} focus={false} onRetry={refresh} />
      {stale && <Notice>{t('stale')}</Notice>}
      {data && offered.length === 0 && (
        <div className="empty">
          <p className="empty-title">{t('services.empty')}</p>
          <p>{t('services.empty.next')}</p>
        </div>
      )}
      {actorId && offered.length > 0 && (
        <ul className="cards">
          {offered.map((service) => (
            <ServiceCard key={service.id} actorId={actorId} service={service} onAnswer={refresh} />
          ))}
        </ul>
      )}
    </Page>
  );
}
