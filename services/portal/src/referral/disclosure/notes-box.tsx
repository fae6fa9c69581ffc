import { ReadReferralNotesDocument } from '../../graph/generated/disclosure.js';
import type { ReadReferralNotesMutation } from '../../graph/generated/graphql.js';
import { useCommands } from '../../graph/use-commands.js';
import { Button } from '../../ui/button.js';
import { FaultNotice } from '../../ui/fault-notice.js';
import { useWords } from '../../words/use-words.js';
import type { Referral } from '../referral.js';
import { useOpened } from './use-opened.js';

type Notes = ReadReferralNotesMutation['readReferralNotes']['notes'];

/** A reason that no code says was written in words, sealed; the sender may open them, on record. */
export function NotesBox({ referral }: { readonly referral: Referral }) {
  const { t } = useWords();
  const { busy, fault, send } = useCommands();
  const opened = useOpened<Notes>(!referral.sharingEnded);
  const open = async () => {
    const input = { referralId: referral.id, purpose: 'onward_coordination' } as const;
    const data = await send('notes', ReadReferralNotesDocument, input);
    if (data) opened.show(data.readReferralNotes.notes);
  };
  return (
    <div className="notes">
      <h3>{t('notes.title')}</h3>
      <FaultNotice fault={fault} />
      {opened.content?.length === 0 && <p>{t('person.empty')}</p>}
      {opened.content?.map(({ recordId, text }) => (
        <blockquote key={recordId}>{text}</blockquote>
      ))}
      {!opened.content && (
        <Button kind="quiet" busy={busy} onPress={() => void open()}>
          {t('notes.open')}
        </Button>
      )}
      <p className="remark">{t('person.recorded')}</p>
    </div>
  );
}
