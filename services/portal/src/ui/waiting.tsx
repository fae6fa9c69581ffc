import { useWords } from '../words/use-words.js';

/** Something is on its way. Shown late, so that what comes at once does not flicker. */
export function Waiting() {
  const { t } = useWords();
  return (
    <p className="waiting" role="status">
      {t('waiting')}
    </p>
  );
}
