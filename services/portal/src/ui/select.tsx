import type { Choice } from './choice.js';
import { type Asked, Field } from './field.js';

export interface ChoiceGroup<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
}

/** One of many. The browser's own list: on a phone it is better than any that we could draw. */
export function Select<Value extends string>(
  props: Asked & {
    readonly choices?: readonly Choice<Value>[];
    readonly groups?: readonly ChoiceGroup<Value>[];
    readonly value: Value | '';
    readonly onChange: (value: Value | '') => void;
    /** What stands there while nothing is chosen. */
    readonly empty?: string;
  },
) {
  const { choices = [], groups = [], value, onChange, empty, ...asked } = props;
  return (
    <Field {...asked}>
      {(described) => (
        <select
          {...described}
          className="input select"
          value={value}
          onChange={(event) => onChange(event.target.value as Value | '')}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          <Options choices={choices} />
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options choices={group.choices} />
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

function Options({ choices }: { readonly choices: readonly Choice<string>[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
