import type { OblastCode, Pathway, ServiceCode, Urgency } from '@stezhka/vocabulary';
import { useState } from 'react';
import { EmergencyCall } from '../referral/emergency-call.js';
import { useViewer } from '../session/viewer.js';
import { TextButton } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Radios } from '../ui/radios.js';
import { Select } from '../ui/select.js';
import { serviceGroupsOf } from '../ui/service-groups.js';
import { useWords } from '../words/use-words.js';
import { alwaysEmergency, type Need, urgencyOf } from './draft.js';
import { isBegun, useDraft } from './draft-context.js';
import { NeedDetails } from './need-details.js';
import { StepPage } from './step-page.js';

/** What is needed, where and how soon: enough to see who could help, and nothing about who she is. */
export function StepNeed() {
  const { t, label, options } = useWords();
  const { draft, change, forget } = useDraft();
  const { me } = useViewer();
  const { need, continued } = draft;
  const [begun] = useState(isBegun);
  // Another need has other candidates.
  const set = (part: Partial<Need>) => change({ need: { ...need, ...part }, chosen: undefined, others: [] });
  const pathways: Pathway[] = ['general', ...(me?.certifications ?? [])];
  return (
    <StepPage step="need" title={t('need.title')}>
      {(faultOf) => (
        <>
          {continued ? (
            <Notice>
              <p>{t('need.continued', { reference: continued.reference })}</p>
            </Notice>
          ) : (
            begun && (
              <p>
                {t('need.begun')} <TextButton onPress={forget}>{t('need.anew')}</TextButton>
              </p>
            )
          )}
          <Select<ServiceCode>
            id="service"
            label={t('need.service')}
            groups={serviceGroupsOf(options<ServiceCode>('serviceCodes'), (group) =>
              label('serviceGroups', group),
            )}
            empty={t('choose')}
            value={need.service}
            error={faultOf('service')}
            onChange={(service) => set({ service })}
          />
          <Select<OblastCode>
            id="oblast"
            label={t('need.oblast')}
            hint={t('need.oblast.hint')}
            choices={options<OblastCode>('oblasts')}
            empty={t('choose')}
            value={need.oblast}
            error={faultOf('oblast')}
            onChange={(oblast) => set({ oblast })}
          />
          {alwaysEmergency(need.service) ? (
            <Notice kind="warning">
              <p>{t('need.alwaysEmergency')}</p>
            </Notice>
          ) : (
            <Radios<Urgency>
              id="urgency"
              label={t('need.urgency')}
              choices={options<Urgency>('urgencies').map((choice) => ({
                ...choice,
                hint: t(`need.urgency.${choice.value}`),
              }))}
              value={need.urgency}
              error={faultOf('urgency')}
              onChange={(urgency) => set({ urgency })}
            />
          )}
          {urgencyOf(need) === 'emergency' && <EmergencyCall actor={undefined} />}
          {pathways.length > 1 && !continued && (
            <Radios<Pathway>
              label={t('need.pathway')}
              hint={t('need.pathway.hint')}
              choices={pathways.map((value) => ({ value, label: label('pathways', value) }))}
              value={need.pathway}
              onChange={(pathway) => set({ pathway })}
            />
          )}
          <NeedDetails need={need} onChange={set} />
        </>
      )}
    </StepPage>
  );
}
