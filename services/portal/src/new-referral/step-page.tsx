import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Button } from '../ui/button.js';
import { ErrorSummary, type FieldFault, useFaultOf } from '../ui/error-summary.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/use-words.js';
import { useDraft } from './draft-context.js';
import { missingOn, pathOf, type Step, stepAfter, stepBefore, steps } from './steps.js';

/** One page of the draft: the way back, one question, the way on; what is missing stops it here and nowhere else. */
export function StepPage(props: {
  readonly step: Step;
  readonly title: string;
  readonly children: (faultOf: (field: string) => string | undefined) => ReactNode;
  /** There is nothing here to go on with. */
  readonly stuck?: boolean;
}) {
  const { step, title, children, stuck } = props;
  const { t } = useWords();
  const { draft } = useDraft();
  const [, go] = useLocation();
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const faultOf = useFaultOf(faults);
  const before = stepBefore(step, draft);
  const onward = (event: FormEvent) => {
    event.preventDefault();
    const missing = missingOn(step, draft);
    setFaults(missing);
    if (missing.length > 0) return;
    go(pathOf(stepAfter(step, draft)));
  };
  return (
    <Page
      title={title}
      before={
        <>
          {before && (
            <Link href={pathOf(before)} className="back">
              {t('new.back')}
            </Link>
          )}
          <p className="reference">
            {t('new.step', { number: steps.indexOf(step) + 1, count: steps.length })}
          </p>
        </>
      }
    >
      <form onSubmit={onward} noValidate>
        <ErrorSummary faults={faults} />
        {children(faultOf)}
        {!stuck && <Button type="submit">{t('new.continue')}</Button>}
      </form>
    </Page>
  );
}
