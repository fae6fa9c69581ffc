import type { ServiceCode } from '@stezhka/vocabulary';
import { Select } from '../ui/select.js';
import { serviceGroupsOf } from '../ui/service-groups.js';
import { useWords } from '../words/use-words.js';
import type { Cell } from './covered.js';
import { Legend } from './legend.js';
import { OblastMap } from './oblast-map.js';
import { PlaceTable } from './place-table.js';

/** One service everywhere: on the map, and in words. */
export function OneService(props: {
  readonly cells: readonly Cell[];
  readonly services: readonly ServiceCode[];
  readonly service: ServiceCode;
  readonly referralsOf: string | undefined;
  readonly onChange: (service: ServiceCode) => void;
}) {
  const { cells, services, service, referralsOf, onChange } = props;
  const { t, label, options } = useWords();
  const choices = options<ServiceCode>('serviceCodes').filter(({ value }) => services.includes(value));
  return (
    <section className="one-service" aria-labelledby="one-service">
      <h2 id="one-service">{t('network.service.title')}</h2>
      <div className="one-service-map">
        <div className="stack">
          <Select<ServiceCode>
            label={t('network.service')}
            groups={serviceGroupsOf(choices, (group) => label('serviceGroups', group))}
            value={service}
            onChange={(next) => next && onChange(next)}
          />
          <Legend cells={cells} />
        </div>
        <OblastMap cells={cells} />
      </div>
      <details className="more">
        <summary>{t('network.places')}</summary>
        <PlaceTable cells={cells} referralsOf={referralsOf} />
      </details>
    </section>
  );
}
