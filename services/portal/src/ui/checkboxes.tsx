import type { Choice } from './choice.js';
import { type Asked, FieldGroup } from './field.js';

/** Any number of several. */
export function Checkboxes<Value extends string>(
  props: Asked & {
    readonly choices: readonly Choice<Value>[];
    readonly values: readonly Value[];
    readonly onChange: (values: Value[]) => void;
    readonly inline?: boolean;
    readonly quiet?: boolean;
  },
) {
  const { choices, values, onChange, inline, ...asked } = props;
  const toggled = (value: Value) =>
    values.includes(value)
      ? values.filter((one) => one !== value)
      : choices.map((choice) => choice.value).filter((one) => one === value || values.includes(one));
  return (
    <FieldGroup {...asked}>
      {(id) => (
        <div className={inline ? 'choices choices-inline' : 'choices'}>
          {choices.map((choice, n) => (
            <Checkbox
              key={choice.value}
              id={n === 0 ? id : `${id}-${n}`}
              label={choice.label}
              hint={choice.hint}
              checked={values.includes(choice.value)}
              onChange={() => onChange(toggled(choice.value))}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

/** A single yes. */
export function Checkbox(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const { id, label, hint, checked, onChange } = props;
  return (
    <div className="choice">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={hint ? `${id}-says` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-says`} className="choice-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
