import type { AgeBand, Sex } from '@stezhka/vocabulary';
import { Checkbox } from '../ui/checkboxes.js';
import { FieldGroup } from '../ui/field.js';
import { Select } from '../ui/select.js';
import { TextInput } from '../ui/text-input.js';
import { useWords } from '../words/use-words.js';
import type { Person } from './draft.js';

/** How she is called and how to reach her without harm. The first is asked in full, those with her by what tells them apart. */
export function PersonFields(props: {
  readonly number: number;
  readonly alone: boolean;
  readonly person: Person;
  readonly onChange: (part: Partial<Person>) => void;
}) {
  const { number, alone, person, onChange } = props;
  const { t, options } = useWords();
  const reach = (
    <>
      <TextInput
        kind="tel"
        label={t('contact.phone')}
        hint={t('people.phone.hint')}
        maxLength={40}
        value={person.phone}
        onChange={(phone) => onChange({ phone })}
      />
      <TextInput
        label={t('contact.safeTime')}
        hint={t('people.safeTime.hint')}
        maxLength={200}
        value={person.safeTime}
        onChange={(safeTime) => onChange({ safeTime })}
      />
      <Checkbox
        id={`never-${number}`}
        label={t('contact.message.never')}
        checked={person.neverLeaveMessage}
        onChange={(neverLeaveMessage) => onChange({ neverLeaveMessage })}
      />
    </>
  );
  return (
    <FieldGroup
      id={`person-${number - 1}`}
      label={alone ? t('people.one') : t('person.numbered', { number })}
    >
      {() => (
        <div className="stack">
          <TextInput
            label={t('people.name')}
            hint={t('people.name.hint')}
            maxLength={200}
            value={person.name}
            onChange={(name) => onChange({ name })}
          />
          <TextInput
            label={t('contact.workingLabel')}
            hint={t('people.workingLabel.hint')}
            maxLength={100}
            value={person.workingLabel}
            onChange={(workingLabel) => onChange({ workingLabel })}
          />
          {number === 1 ? (
            reach
          ) : (
            <details className="details">
              <summary>{t('people.reach')}</summary>
              <div className="stack">{reach}</div>
            </details>
          )}
          <div className="pair">
            <Select<AgeBand>
              label={t('people.age')}
              choices={options<AgeBand>('ageBands')}
              empty={t('unknown')}
              value={person.ageBand}
              onChange={(ageBand) => onChange({ ageBand })}
            />
            <Select<Sex>
              label={t('people.sex')}
              choices={options<Sex>('sexes').filter(({ value }) => value !== 'unknown')}
              empty={t('unknown')}
              value={person.sex}
              onChange={(sex) => onChange({ sex })}
            />
          </div>
        </div>
      )}
    </FieldGroup>
  );
}
