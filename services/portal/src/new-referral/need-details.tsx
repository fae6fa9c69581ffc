import type { AgeBand, Modality, PersonLanguage, Sex } from '@stezhka/vocabulary';
import { Checkboxes } from '../ui/checkboxes.js';
import { Radios } from '../ui/radios.js';
import { Select } from '../ui/select.js';
import { useWords } from '../words/use-words.js';
import type { Need } from './draft.js';

/** What some services ask before they can be offered. All of it may stay unsaid. */
export function NeedDetails(props: {
  readonly need: Need;
  readonly onChange: (part: Partial<Need>) => void;
}) {
  const { need, onChange } = props;
  const { t, options } = useWords();
  return (
    <details className="details">
      <summary>{t('need.details')}</summary>
      <div className="stack">
        <p className="remark">{t('need.details.hint')}</p>
        <Radios<Modality>
          quiet
          label={t('need.modality')}
          choices={options<Modality>('modalities')}
          value={need.modality}
          onChange={(modality) => onChange({ modality })}
        />
        <Select<PersonLanguage>
          label={t('need.language')}
          choices={options<PersonLanguage>('personLanguages')}
          empty={t('unknown')}
          value={need.language}
          onChange={(language) => onChange({ language })}
        />
        <Checkboxes<AgeBand>
          quiet
          inline
          label={t('need.ages')}
          choices={options<AgeBand>('ageBands')}
          values={need.ageBands}
          onChange={(ageBands) => onChange({ ageBands })}
        />
        <Checkboxes<Sex>
          quiet
          inline
          label={t('need.sexes')}
          choices={options<Sex>('sexes')}
          values={need.sexes}
          onChange={(sexes) => onChange({ sexes })}
        />
      </div>
    </details>
  );
}
