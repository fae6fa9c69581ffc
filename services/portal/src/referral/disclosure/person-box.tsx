/** The person, opened deliberately: what, what for, and that it is recorded, before anything is seen. */
import type { DataClass } from '@stezhka/vocabulary';
import { useEffect } from 'react';
import type { OpenedFragment } from '../../graph/generated/graphql.js';
import { useViewer } from '../../session/viewer.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { useWords } from '../../words/use-words.js';
import type { Referral } from '../referral.js';
import { NotesBox } from './notes-box.js';
import { OpenForm } from './open-form.js';
import { OpenedRecords } from './opened-records.js';
import { useOpened } from './use-opened.js';

export function PersonBox(props: {
  readonly referral: Referral;
  readonly onReading: (reading: boolean) => void;
}) {
  const { referral, onReading } = props;
  const { t, moment } = useWords();
  const classes = useClasses(referral);
  // Whatever changed about what may be opened, what is on the screen was opened under something else.
  const opened = useOpened<readonly OpenedFragment[]>(classes.length > 0);
  const shows = opened.content !== undefined;
  useEffect(() => onReading(shows), [shows, onReading]);
  return (
    <section className="person" aria-labelledby="person">
      <h2 id="person">{t('person.title')}</h2>
      {classes.length === 0 && <p>{t(whyNothing(referral))}</p>}
      {opened.content && (
        <>
          <Notice kind="warning" focus>
            <p>{t('person.shown', { until: moment(new Date(opened.until).toISOString()) })}</p>
          </Notice>
          <OpenedRecords records={opened.content} />
          <Button kind="quiet" onPress={opened.hide}>
            {t('person.hide')}
          </Button>
        </>
      )}
      {classes.length > 0 && !opened.content && (
        <OpenForm key={classes.join()} referral={referral} classes={classes} onOpened={opened.show} />
      )}
      {referral.declineReason === 'other' && referral.side === 'sender' && <NotesBox referral={referral} />}
    </section>
  );
}

/** What this viewer could open: a recipient by referral, the sender's own caseworkers by household. */
function useClasses({ side, person, householdId }: Referral): readonly DataClass[] {
  const { me } = useViewer();
  if (side === 'recipient') return person?.classes ?? [];
  const own = householdId && me?.roles.some((role) => role === 'caseworker' || role === 'supervisor');
  return own ? ['C1', 'C2'] : [];
}

function whyNothing({ side, sharingEnded, state }: Referral): string {
  if (side === 'sender') return 'person.nothing.role';
  if (sharingEnded) return 'person.nothing.ended';
  return state === 'declined' || state === 'withdrawn' ? 'person.nothing.closed' : 'person.nothing';
}
