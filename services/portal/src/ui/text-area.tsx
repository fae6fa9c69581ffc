import { useWords } from '../words/use-words.js';
import { type Asked, Field } from './field.js';

/** A few sentences, with what is left of the room for them. */
export function TextArea(
  props: Asked & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly maxLength: number;
    readonly rows?: number;
  },
) {
  const { value, onChange, maxLength, rows = 4, ...asked } = props;
  const { t } = useWords();
  const left = maxLength - value.length;
  return (
    <>
      <Field {...asked}>
        {(described) => (
          <textarea
            {...described}
            className="input"
            rows={rows}
            value={value}
            maxLength={maxLength}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {left < maxLength / 4 && <p className="field-count">{t('field.charactersLeft', { count: left })}</p>}
    </>
  );
}
