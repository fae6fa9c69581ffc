/** The person wants an authority to know how her referral stands: she is told what it will learn, then she gets a code. */
import type { Channel } from '@stezhka/vocabulary';
import { useState } from 'react';
import { useQuery } from 'urql';
import { AuthoritiesDocument, GiveAuthorityCodeDocument } from '../../graph/generated/authority.js';
import { useCommands } from '../../graph/use-commands.js';
import { type FieldFault, useFaultOf } from '../../ui/error-summary.js';
import { Radios } from '../../ui/radios.js';
import { Select } from '../../ui/select.js';
import { useWords } from '../../words/use-words.js';
import { ActDialog } from '../acts/act-dialog.js';
import { type Given, GivenCodeDialog } from './given-code-dialog.js';

export function GiveCodeDialog(props: {
  readonly referralId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { referralId, onDone, onClose } = props;
  const { t, label, language } = useWords();
  const { busy, fault, send } = useCommands();
  const [{ data }] = useQuery({ query: AuthoritiesDocument, variables: { language } });
  const [authority, setAuthority] = useState('');
  const [channel, setChannel] = useState<Channel>('in_person');
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [given, setGiven] = useState<Given>();
  const faultOf = useFaultOf(faults);
  const authorities = (data?.actors.items ?? []).map(({ id, name }) => ({ value: id, label: name }));

  const confirm = async () => {
    setFaults(authority ? [] : [{ field: 'authority', message: 'giveCode.authority.missing' }]);
    if (!authority) return;
    const input = { referralId, authorityActorId: authority, channel };
    const answer = await send('giveAuthorityCode', GiveAuthorityCodeDocument, input);
    if (!answer) return;
    const actor = authorities.find(({ value }) => value === authority)?.label ?? '';
    const { code, expiresAt } = answer.giveAuthorityCode;
    setGiven({ code, expiresAt, actor });
    onDone();
  };

  if (given) return <GivenCodeDialog given={given} onClose={onClose} />;
  return (
    <ActDialog
      title={t('giveCode.title')}
      confirm={t('giveCode.confirm')}
      busy={busy}
      fault={fault}
      faults={faults}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t('giveCode.wish')}</p>
      <ul className="effects">
        <li>{t('giveCode.learns')}</li>
        <li>{t('giveCode.hidden')}</li>
        <li>{t('giveCode.help')}</li>
      </ul>
      <Select
        id="authority"
        label={t('giveCode.authority')}
        empty={t('giveCode.authority.empty')}
        choices={authorities}
        value={authority}
        error={faultOf('authority')}
        onChange={setAuthority}
      />
      <Radios<Channel>
        id="channel"
        label={t('giveCode.how')}
        inline
        choices={(['in_person', 'phone', 'paper'] as const).map((value) => ({
          value,
          label: label('channels', value),
        }))}
        value={channel}
        onChange={setChannel}
      />
    </ActDialog>
  );
}
