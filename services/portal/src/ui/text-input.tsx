import { type Asked, Field } from './field.js';

/** One line of text. Nothing is remembered by the browser: what is typed here is about people. */
export function TextInput(
  props: Asked & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly kind?: 'text' | 'tel' | 'number' | 'datetime-local' | 'date';
    readonly maxLength?: number;
    readonly min?: string;
    readonly max?: string;
    readonly narrow?: boolean;
  },
) {
  const { value, onChange, kind = 'text', maxLength, min, max, narrow, ...asked } = props;
  return (
    <Field {...asked}>
      {(described) => (
        <input
          {...described}
          // A browser's own field for numbers throws away what is none, and nobody would be told.
          type={kind === 'number' ? 'text' : kind}
          className={narrow ? 'input input-narrow' : 'input'}
          value={value}
          maxLength={maxLength}
          min={min}
          max={max}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          autoComplete="off"
          spellCheck="false"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
