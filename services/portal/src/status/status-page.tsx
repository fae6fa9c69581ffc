/** How a referral stands, for an authority that the person gave a code: four words and a month, and nothing beside. */
import '../styles/status.css';
import { type FormEvent, useState } from 'react';
import { AskReferralStatusDocument } from '../graph/generated/status.js';
import { useCommands } from '../graph/use-commands.js';
import { useViewer } from '../session/viewer.js';
import { Button } from '../ui/button.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { ListTabs } from '../ui/list-tabs.js';
import { Page } from '../ui/page.js';
import { TextInput } from '../ui/text-input.js';
import { useWords } from '../words/use-words.js';
import { type Answer, StatusAnswer } from './status-answer.js';

export function StatusPage() {
  const { t } = useWords();
  const { reads } = useViewer();
  const { busy, fault, send, forget } = useCommands();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const [answer, setAnswer] = useState<Answer & { readonly n: number }>();
  const mistyped = fault?.code === 'INVALID_INPUT';

  const change = (typed: string) => {
    setCode(typed);
    setMissing(false);
    // What stands there was said of another code.
    setAnswer(undefined);
    forget();
  };
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (busy || code.trim() === '') return;
    const data = await send('askReferralStatus', AskReferralStatusDocument, { code });
    if (data) setAnswer((before) => ({ ...data.askReferralStatus, n: (before?.n ?? 0) + 1 }));
  };

  return (
    <Page title={t('status.title')}>
      {reads && <ListTabs />}
      <p className="lead">{t('status.what')}</p>
      <form onSubmit={(event) => void ask(event)} noValidate>
        <TextInput
          id="code"
          label={t('status.code')}
          hint={t('status.code.hint')}
          value={code}
          maxLength={60}
          error={missing ? t('status.code.missing') : mistyped ? t('status.code.mistyped') : undefined}
          onChange={change}
        />
        <div className="acts">
          <Button type="submit" busy={busy}>
            {t('status.ask')}
          </Button>
        </div>
      </form>
      <FaultNotice fault={mistyped ? undefined : fault} />
      {answer && <StatusAnswer key={answer.n} answer={answer} />}
      <ul className="remarks">
        <li>{t('status.gates')}</li>
        <li>{t('status.recorded')}</li>
      </ul>
    </Page>
  );
}
