import type { IntakeAnswer } from '@stezhka/vocabulary';
import { Checkbox } from '../ui/checkboxes.js';
import { Radios } from '../ui/radios.js';
import { TextArea } from '../ui/text-area.js';
import { useWords } from '../words/use-words.js';
import { useDraft } from './draft-context.js';
import { StepPage } from './step-page.js';

const NEED = 600;

/** What the service must know to decide, and not a word more: its own questions, and what is asked. */
export function StepQuestions() {
  const { t, label, options } = useWords();
  const { draft, change } = useDraft();
  const { chosen, answers, continued, reuse } = draft;
  return (
    <StepPage step="questions" title={t('questions.title', { actor: chosen?.name ?? '' })}>
      {(faultOf) => (
        <>
          <p>{t('questions.hint')}</p>
          {continued?.decisionRecordId && (
            <Checkbox
              id="reuse"
              label={t('questions.reuse')}
              hint={t('questions.reuse.hint')}
              checked={reuse}
              onChange={(next) => change({ reuse: next })}
            />
          )}
          {!reuse && (
            <>
              <TextArea
                id="words"
                label={t('questions.words')}
                hint={t('questions.words.hint')}
                maxLength={NEED}
                value={draft.words}
                error={faultOf('words')}
                onChange={(words) => change({ words })}
              />
              {chosen?.questions.map((question) => (
                <Radios<IntakeAnswer>
                  key={question}
                  quiet
                  inline
                  label={label('intakeQuestions', question)}
                  choices={options<IntakeAnswer>('intakeAnswers')}
                  value={answers[question]}
                  onChange={(answer) => change({ answers: { ...answers, [question]: answer } })}
                />
              ))}
            </>
          )}
        </>
      )}
    </StepPage>
  );
}
