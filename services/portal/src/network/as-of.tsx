import { useEffect, useId, useState } from 'react';
import { TextButton } from '../ui/button.js';
import { useWords } from '../words/use-words.js';
import { asOfOf, type Moment } from './moments.js';

/** So long a hand may rest on its way before it is taken to have arrived. */
const RESTS_MS = 250;

/** Of which day the network is shown: pushed with a finger, or with the arrow keys month by month. */
export function AsOf(props: {
  readonly moments: readonly Moment[];
  readonly moment: Moment;
  readonly onChange: (moment: Moment) => void;
}) {
  const { moments, moment, onChange } = props;
  const { t, day } = useWords();
  const id = useId();
  const [at, setAt] = useState(moments.indexOf(moment));
  const pushed = moments[at] ?? 'now';
  useEffect(() => {
    if (pushed === moment) return;
    const rest = setTimeout(() => onChange(pushed), RESTS_MS);
    return () => clearTimeout(rest);
  }, [pushed, moment, onChange]);
  const asOf = asOfOf(pushed);
  const words = asOf ? day(asOf) : t('network.asOf.now');
  const last = moments.length - 1;
  return (
    <div className="as-of">
      <p>
        <label htmlFor={id} className="field-label">
          {t('network.asOf')}
        </label>{' '}
        <output htmlFor={id} className="as-of-day">
          {words}
        </output>
      </p>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={at}
        aria-valuetext={words}
        onInput={(event) => setAt(Number(event.currentTarget.value))}
        onChange={() => {}}
      />
      <p className="as-of-ends" aria-hidden="true">
        <span>{moments[0]?.slice(0, 4)}</span>
        <span>{t('network.asOf.now')}</span>
      </p>
      {pushed !== 'now' && <TextButton onPress={() => setAt(last)}>{t('network.asOf.back')}</TextButton>}
    </div>
  );
}
