/** A question, its hint and what is wrong with the answer, tied together for those who do not see them together. */
import { type ReactNode, useId } from 'react';

export interface Asked {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What to do about the answer, in words. */
  readonly error?: string | undefined;
  /** Where the error summary leads. */
  readonly id?: string;
}

export interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A question with one control. */
export function Field(props: Asked & { readonly children: (described: Described) => ReactNode }) {
  const { label, hint, error, children } = props;
  const made = useId();
  const id = props.id ?? made;
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <Remarks id={id} hint={hint} error={error} />
      {children({
        id,
        'aria-describedby': describedBy(id, hint, error),
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  );
}

/** A question with several controls: radios, checkboxes. */
export function FieldGroup(
  props: Asked & { readonly children: (id: string) => ReactNode; readonly quiet?: boolean },
) {
  const { label, hint, error, children, quiet } = props;
  const made = useId();
  const id = props.id ?? made;
  return (
    <fieldset
      className={error ? 'field field-wrong' : 'field'}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend className={quiet ? 'field-label' : 'field-label field-legend'}>{label}</legend>
      <Remarks id={id} hint={hint} error={error} />
      {children(id)}
    </fieldset>
  );
}

function Remarks({ id, hint, error }: { id: string; hint: string | undefined; error: string | undefined }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </>
  );
}

function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}
