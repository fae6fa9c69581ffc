import { type ReactNode, useId } from 'react';
import type { Choice } from './choice.js';
import { type Asked, FieldGroup } from './field.js';

/** One of several. Nothing is chosen beforehand unless it is safe for everybody. */
export function Radios<Value extends string>(
  props: Asked & {
    readonly choices: readonly Choice<Value>[];
    readonly value: Value | undefined;
    readonly onChange: (value: Value) => void;
    readonly inline?: boolean;
    readonly quiet?: boolean;
    /** What is told about each. */
    readonly beside?: (value: Value) => ReactNode;
    /** What else is asked once this one is chosen. */
    readonly under?: (value: Value) => ReactNode;
  },
) {
  const { choices, value, onChange, inline, beside, under, ...asked } = props;
  const name = useId();
  return (
    <FieldGroup {...asked}>
      {(id) => (
        <div className={inline ? 'choices choices-inline' : 'choices'}>
          {choices.map((choice, n) => {
            // The first control is where the error summary leads.
            const own = n === 0 ? id : `${id}-${n}`;
            return (
              <div key={choice.value} className="choice-row">
                <div className="choice">
                  <input
                    type="radio"
                    id={own}
                    name={name}
                    value={choice.value}
                    checked={value === choice.value}
                    aria-describedby={choice.hint ? `${own}-says` : undefined}
                    onChange={() => onChange(choice.value)}
                  />
                  <label htmlFor={own}>{choice.label}</label>
                  {choice.hint && (
                    <p id={`${own}-says`} className="choice-hint">
                      {choice.hint}
                    </p>
                  )}
                </div>
                {beside && <div className="choice-beside">{beside(choice.value)}</div>}
                {value === choice.value && under?.(choice.value)}
              </div>
            );
          })}
        </div>
      )}
    </FieldGroup>
  );
}
