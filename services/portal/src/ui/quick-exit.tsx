/** Away from here in one press, for whoever is not alone any more: nothing stays on the screen, the session ends. */
import { leaveAtOnce } from '../session/leaving.js';
import { signOut } from '../session/session.js';
import { useWords } from '../words/use-words.js';

/** A place that nobody wonders about. */
const elsewhere = {
  uk: 'https://uk.wikipedia.org/',
  en: 'https://en.wikipedia.org/',
  ro: 'https://ro.wikipedia.org/',
};

export function QuickExit() {
  const { t, language } = useWords();
  return (
    <button
      type="button"
      className="quick-exit"
      onClick={() => {
        document.body.hidden = true;
        leaveAtOnce();
        // The request outlives the page; whether it is answered must not hold anybody here.
        signOut().catch(() => {});
        location.replace(elsewhere[language]);
      }}
    >
      {t('exit.label')}
    </button>
  );
}
