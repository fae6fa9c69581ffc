/** Why not, in a code: a refusal without one teaches the network nothing. */
import type { CapacityScope, DeclineReason } from '@stezhka/vocabulary';
import { type FieldFault, useFaultOf } from '../../ui/error-summary.js';
import { Radios } from '../../ui/radios.js';
import { TextArea } from '../../ui/text-area.js';
import { useWords } from '../../words/use-words.js';
import { noReason, type Reason } from './reason.js';

const NOTE = 1_000;

export function ReasonFields(props: {
  readonly value: Reason;
  readonly onChange: (value: Reason) => void;
  readonly faults: readonly FieldFault[];
  /** Of what has ended no words are taken, so the reason must be one of the codes. */
  readonly codesAlone?: boolean;
}) {
  const { value, onChange, faults, codesAlone } = props;
  const { t, options } = useWords();
  const faultOf = useFaultOf(faults);
  return (
    <Radios<DeclineReason>
      id="reason"
      label={t('decline.why')}
      choices={options<DeclineReason>('declineReasons').filter((one) => !codesAlone || one.value !== 'other')}
      value={value.reason}
      error={faultOf('reason')}
      onChange={(reason) => onChange({ ...noReason, reason })}
      under={(reason) => (
        <>
          {reason === 'no_capacity' && (
            <div className="choice-under">
              <Radios<CapacityScope>
                id="scope"
                quiet
                label={t('decline.scope')}
                hint={t('decline.scope.hint')}
                choices={options<CapacityScope>('capacityScopes')}
                value={value.scope}
                error={faultOf('scope')}
                onChange={(scope) => onChange({ ...value, scope })}
              />
            </div>
          )}
          {reason === 'other' && (
            <div className="choice-under">
              <TextArea
                id="words"
                label={t('decline.words')}
                hint={t('decline.words.hint')}
                maxLength={NOTE}
                value={value.words}
                error={faultOf('words')}
                onChange={(words) => onChange({ ...value, words })}
              />
            </div>
          )}
        </>
      )}
    />
  );
}
