import { TextButton } from '../ui/button.js';
import { useWords } from '../words/use-words.js';
import { useViewer } from './viewer.js';

/** As whom one is signed in, and the way to end it. */
export function Account(props: { readonly displayName: string | undefined; readonly onSignOut: () => void }) {
  const { t } = useWords();
  const { me } = useViewer();
  const who = [props.displayName, me?.actor?.name].filter(Boolean).join(', ');
  return (
    <>
      {who && <span className="account-who">{who}</span>}
      <TextButton onPress={props.onSignOut}>{t('session.signOut')}</TextButton>
    </>
  );
}
