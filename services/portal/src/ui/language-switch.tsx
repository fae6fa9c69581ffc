import type { Language } from '@stezhka/vocabulary';
import { ownNames, speak, spoken } from '../words/language.js';
import { useWords } from '../words/use-words.js';

/** Each language under the name that its speakers look for. */
export function LanguageSwitch() {
  const { t, language } = useWords();
  return (
    <select
      className="language"
      aria-label={t('language.label')}
      value={language}
      onChange={(event) => void speak(event.target.value as Language)}
    >
      {spoken.map((one) => (
        <option key={one} value={one} lang={one}>
          {ownNames[one]}
        </option>
      ))}
    </select>
  );
}
