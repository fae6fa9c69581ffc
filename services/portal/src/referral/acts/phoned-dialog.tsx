/** They answered, but not here: the sender types in what was said, how and when; the other side confirms it. */
import type { Outcome } from '@stezhka/vocabulary';
import { useState } from 'react';
import { type FieldFault, useFaultOf } from '../../ui/error-summary.js';
import { Radios } from '../../ui/radios.js';
import { TextInput } from '../../ui/text-input.js';
import { useWords } from '../../words/use-words.js';
import type { Referral } from '../referral.js';
import { ActDialog } from './act-dialog.js';
import { missingInPhoned, notYet, type Phoned, said, toldOf } from './phoned.js';
import { answerOf } from './reason.js';
import { ReasonFields } from './reason-fields.js';
import type { Acts } from './use-acts.js';

export function PhonedDialog(props: {
  readonly referral: Referral;
  readonly acts: Acts;
  readonly onClose: () => void;
}) {
  const { referral, acts, onClose } = props;
  const { t, label, options } = useWords();
  const over = referral.state === 'expired';
  const [phoned, setPhoned] = useState<Phoned>(over ? { ...notYet, when: 'earlier' } : notYet);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const change = (part: Partial<Phoned>) => setPhoned({ ...phoned, ...part });
  const faultOf = useFaultOf(faults);
  const confirm = async () => {
    const missing = missingInPhoned(phoned);
    setFaults(missing);
    if (missing.length === 0 && (await tell(acts, phoned))) onClose();
  };
  return (
    <ActDialog
      title={t('phoned.title')}
      confirm={t('phoned.confirm')}
      busy={acts.busy}
      fault={acts.fault}
      faults={faults}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('phoned.what')}</p>
      {over && <p>{t('phoned.late')}</p>}
      <Radios
        id="said"
        label={t('phoned.said')}
        choices={said
          .filter(({ mutation }) => referral.viewerCan.includes(mutation))
          .map(({ value, words }) => ({ value, label: t(words) }))}
        value={phoned.said}
        error={faultOf('said')}
        onChange={(value) => change({ said: value })}
      />
      {phoned.said === 'decline' && (
        <ReasonFields
          value={phoned.reason}
          onChange={(reason) => change({ reason })}
          faults={faults}
          codesAlone={over}
        />
      )}
      {phoned.said === 'complete' && (
        <Radios<Outcome>
          id="outcome"
          label={t('complete.what')}
          choices={options<Outcome>('outcomes')}
          value={phoned.outcome}
          error={faultOf('outcome')}
          onChange={(outcome) => change({ outcome })}
        />
      )}
      <Radios
        id="channel"
        label={t('phoned.how')}
        inline
        choices={(['phone', 'in_person', 'paper'] as const).map((value) => ({
          value,
          label: label('channels', value),
        }))}
        value={phoned.channel}
        onChange={(channel) => change({ channel })}
      />
      <Radios
        id="when"
        label={t('phoned.when')}
        choices={[
          ...(over ? [] : [{ value: 'now' as const, label: t('phoned.now') }]),
          { value: 'earlier', label: t('phoned.earlier') },
        ]}
        value={phoned.when}
        onChange={(when) => change({ when })}
        under={(when) =>
          when === 'earlier' && (
            <div className="choice-under">
              <TextInput
                id="at"
                kind="datetime-local"
                label={t('phoned.at')}
                value={phoned.at}
                error={faultOf('at')}
                onChange={(at) => change({ at })}
              />
            </div>
          )
        }
      />
    </ActDialog>
  );
}

function tell(acts: Acts, phoned: Phoned): Promise<boolean> {
  const told = toldOf(phoned);
  switch (phoned.said!) {
    case 'acknowledge':
      return acts.acknowledge(told);
    case 'accept':
      return acts.accept(told);
    case 'decline':
      return acts.decline(answerOf(phoned.reason), told);
    case 'start':
      return acts.start(told);
    case 'complete':
      return acts.complete(phoned.outcome!, told);
  }
}
