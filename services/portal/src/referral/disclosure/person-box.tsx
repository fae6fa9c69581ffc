/** The person, opened deliberately: what, what for, and that it is recorded, before anything is seen. */
import type { DataClass } from '@stezhka/vocabulary';
import { useEffect, useRef } from 'react';
import type { OpenedFragment } from '../../graph/generated/graphql.js';
import { useViewer } from '../../session/viewer.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { useWords } from '../../words/use-words.js';
import type { Referral } from '../referral.js';
import { NotesBox } from './notes-box.js';
import { OpenForm } from './open-form.js';
import { OpenedRecords } from './opened-records.js';
import { openedToo, type Shown, stillOpen } from './still-open.js';
import { useOpened } from './use-opened.js';

export function PersonBox(props: {
  readonly referral: Referral;
  readonly onReading: (reading: boolean) => void;
}) {
  const { referral, onReading } = props;
  const { t, moment } = useWords();
  const may = useMay(referral);
  const opened = useOpened<Shown<OpenedFragment>>(may.classes.length > 0);
  const { content, hide } = opened;
  const heading = useRef<HTMLHeadingElement>(null);
  const hideNow = () => {
    hide();
    // The button goes with what it hid; who pressed it by key must not be put at the beginning of the page.
    heading.current?.focus();
  };
  const records = content ? stillOpen(content, may) : [];
  const shows = records.length > 0;
  const closed = may.classes.filter((one) => !content?.classes.includes(one));
  useEffect(() => onReading(shows), [shows, onReading]);
  useEffect(() => {
    // Nothing of it may be shown any more, so nothing of it stays in memory.
    if (content && !shows && content.records.length > 0) hide();
  }, [content, shows, hide]);
  return (
    <section className="person" aria-labelledby="person">
      <h2 id="person" ref={heading} tabIndex={-1}>
        {t('person.title')}
      </h2>
      {may.classes.length === 0 && <p>{t(whyNothing(referral))}</p>}
      {content && (
        <>
          <Notice key={opened.until} kind="warning" focus>
            <p>{t('person.shown', { until: moment(new Date(opened.until).toISOString()) })}</p>
          </Notice>
          <OpenedRecords records={records} />
          <Button kind="quiet" onPress={hideNow}>
            {t('person.hide')}
          </Button>
        </>
      )}
      {closed.length > 0 && (
        <OpenForm
          key={closed.join()}
          referral={referral}
          classes={closed}
          onOpened={(more, classes) =>
            opened.show({
              records: openedToo(records, more),
              classes: [...(content?.classes ?? []), ...classes],
              memberIds: may.memberIds,
            })
          }
        />
      )}
      {referral.declineReason === 'other' && referral.side === 'sender' && <NotesBox referral={referral} />}
    </section>
  );
}

/** What this viewer could open, and of whom: a recipient by referral, the sender's own caseworkers by household. */
function useMay(referral: Referral): { classes: readonly DataClass[]; memberIds: readonly string[] } {
  const { me } = useViewer();
  const { side, person, householdId, memberIds } = referral;
  if (side === 'recipient') return { classes: person?.classes ?? [], memberIds: person?.memberIds ?? [] };
  const own = householdId && me?.roles.some((role) => role === 'caseworker' || role === 'supervisor');
  return { classes: own ? ['C1', 'C2'] : [], memberIds };
}

const closed: readonly string[] = ['declined', 'withdrawn', 'expired'];

function whyNothing({ side, sharingEnded, state }: Referral): string {
  if (side === 'sender') return 'person.nothing.role';
  if (sharingEnded) return 'person.nothing.ended';
  return closed.includes(state) ? 'person.nothing.closed' : 'person.nothing';
}
