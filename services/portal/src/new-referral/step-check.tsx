import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useCommands } from '../graph/use-commands.js';
import { EmergencyCall } from '../referral/emergency-call.js';
import { Button } from '../ui/button.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/use-words.js';
import { CheckList } from './check-list.js';
import { urgencyOf } from './draft.js';
import { useDraft } from './draft-context.js';
import { type Sent, sendDraft } from './sending.js';
import { pathOf } from './steps.js';

/** Everything once more before it goes. What consent refuses is mended from here, with what was typed still there. */
export function StepCheck({ onSent }: { readonly onSent: (sent: Sent) => void }) {
  const { t, language, label } = useWords();
  const { draft, keys, change } = useDraft();
  const [, go] = useLocation();
  const commands = useCommands(keys);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<Sent>();
  const { chosen } = draft;
  const waits = draft.continued?.waits === true;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const sent = await sendDraft(draft, language, commands);
    setSending(false);
    if (!sent) return;
    if (sent.outcome !== 'refused') return onSent(sent);
    setRefused(sent);
  };
  const agreeAnew = () => {
    // Whatever was in force when the draft began did not do.
    const { continued } = draft;
    change({
      agreement: { ...draft.agreement, agreed: false },
      ...(continued ? { continued: { ...continued, agreedUntil: {} } } : {}),
    });
    go(pathOf('agreement'));
  };

  return (
    <Page
      title={t('check.title')}
      before={
        <Link href={pathOf('agreement')} className="back">
          {t('new.back')}
        </Link>
      }
    >
      {chosen && urgencyOf(draft.need) === 'emergency' && (
        <EmergencyCall actor={{ name: chosen.name, dutyPhone: chosen.dutyPhone }} />
      )}
      <FaultNotice fault={commands.fault} />
      {refused?.refused && (
        <Notice
          kind="danger"
          focus
          title={t('referral.refused', { reason: label('permitRefusals', refused.refused) })}
        >
          <p>{t(`refusal.next.${refused.refused}`)}</p>
          <Button kind="quiet" onPress={agreeAnew}>
            {t('check.agreeAnew')}
          </Button>
        </Notice>
      )}
      <CheckList draft={draft} />
      <form onSubmit={(event) => void send(event)}>
        <p>{t(waits ? 'check.prepare.effect' : 'check.effect', { actor: chosen?.name ?? '' })}</p>
        <Button type="submit" busy={sending}>
          {sending ? t('check.sending') : t(waits ? 'check.prepare' : 'check.send')}
        </Button>
      </form>
    </Page>
  );
}
