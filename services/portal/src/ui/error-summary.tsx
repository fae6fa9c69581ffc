import { useEffect, useId, useRef } from 'react';
import { useWords } from '../words/use-words.js';

export interface FieldFault {
  /** Id of the control that it leads to. */
  readonly field: string;
  /** Id of the words: what is said changes with the language. */
  readonly message: string;
}

/** What is said beside a control, in words; undefined if nothing is missing there. */
export function useFaultOf(faults: readonly FieldFault[]): (field: string) => string | undefined {
  const { t } = useWords();
  return (field) => {
    const fault = faults.find((one) => one.field === field);
    return fault && t(fault.message);
  };
}

/** What has to be mended before it goes on, at the top, in focus, each leading to its place. */
export function ErrorSummary({ faults }: { readonly faults: readonly FieldFault[] }) {
  const { t } = useWords();
  const box = useRef<HTMLElement>(null);
  const title = useId();
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <section ref={box} className="error-summary" tabIndex={-1} aria-labelledby={title}>
      <h2 id={title}>{t('errors.summary')}</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {t(message)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
