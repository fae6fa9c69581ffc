import { Button, TextButton } from '../ui/button.js';
import { useWords } from '../words/use-words.js';
import { nobodyKnown, type Person } from './draft.js';
import { useDraft } from './draft-context.js';
import { PersonFields } from './person-fields.js';
import { StepPage } from './step-page.js';

const MOST = 20;

/** Whom it is about. One person is a household of one; everything about everybody may stay unknown. */
export function StepPeople() {
  const { t } = useWords();
  const { draft, change } = useDraft();
  const { people } = draft;
  const set = (n: number, part: Partial<Person>) =>
    change({ people: people.map((person, at) => (at === n ? { ...person, ...part } : person)) });
  return (
    <StepPage step="people" title={t('people.title')}>
      {() => (
        <>
          <p>{t('people.hint')}</p>
          {people.map((person, n) => (
            // Only the last one can be taken away, so a place in the row is a name for good.
            <PersonFields
              key={n}
              number={n + 1}
              alone={people.length === 1}
              person={person}
              onChange={(part) => set(n, part)}
            />
          ))}
          <div className="acts">
            {people.length < MOST && (
              <Button kind="quiet" onPress={() => change({ people: [...people, nobodyKnown] })}>
                {t('people.add')}
              </Button>
            )}
            {people.length > 1 && (
              <TextButton onPress={() => change({ people: people.slice(0, -1) })}>
                {t('people.remove', { number: people.length })}
              </TextButton>
            )}
          </div>
        </>
      )}
    </StepPage>
  );
}
