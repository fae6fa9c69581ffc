/** What was typed is nowhere but here: whoever follows a link out of the draft is asked first. */
import { useEffect, useState } from 'react';
import { guardLeaving, type Leaving } from '../session/leaving.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { useWords } from '../words/use-words.js';
import { forgetDraft, isBegun } from './draft-context.js';

export function LeaveGuard() {
  const { t } = useWords();
  const [leaving, setLeaving] = useState<Leaving>();
  useEffect(
    () =>
      guardLeaving(({ to, go }) => {
        if (!isBegun() || to === '/new' || to.startsWith('/new/')) return false;
        setLeaving({ to, go });
        return true;
      }),
    [],
  );
  if (!leaving) return null;
  const stay = () => setLeaving(undefined);
  return (
    <Dialog title={t('leave.title')} onClose={stay}>
      <p>{t('leave.what')}</p>
      <div className="acts">
        <Button onPress={stay}>{t('leave.stay')}</Button>
        <Button
          kind="quiet"
          onPress={() => {
            forgetDraft();
            leaving.go();
          }}
        >
          {t('leave.leave')}
        </Button>
      </div>
    </Dialog>
  );
}
