import type { DataClass, Purpose } from '@stezhka/vocabulary';
import { type FormEvent, useState } from 'react';
import { DiscloseReferralDocument, ReadHouseholdDocument } from '../../graph/generated/disclosure.js';
import type { OpenedFragment } from '../../graph/generated/graphql.js';
import { useCommands } from '../../graph/use-commands.js';
import { Button } from '../../ui/button.js';
import { Checkboxes } from '../../ui/checkboxes.js';
import { FaultNotice } from '../../ui/fault-notice.js';
import { Select } from '../../ui/select.js';
import { useWords } from '../../words/use-words.js';
import type { Referral } from '../referral.js';

const deciding: readonly string[] = ['sent', 'acknowledged'];
/** What people open these for; the rest of the list is for others' work. */
const purposesHere: readonly Purpose[] = ['eligibility_decision', 'service_delivery', 'onward_coordination'];

export function OpenForm(props: {
  readonly referral: Referral;
  readonly classes: readonly DataClass[];
  readonly onOpened: (records: readonly OpenedFragment[], classes: readonly DataClass[]) => void;
}) {
  const { referral, classes, onOpened } = props;
  const { t, label } = useWords();
  const { busy, fault, send } = useCommands();
  const [chosen, setChosen] = useState<readonly DataClass[]>(classes.length === 1 ? classes : []);
  const [purpose, setPurpose] = useState<Purpose>(
    referral.side === 'recipient' && deciding.includes(referral.state)
      ? 'eligibility_decision'
      : 'service_delivery',
  );
  const [missing, setMissing] = useState(false);

  const open = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(chosen.length === 0);
    if (chosen.length === 0) return;
    const asked = { classes: [...chosen], purpose };
    if (referral.side === 'recipient') {
      const data = await send('disclose', DiscloseReferralDocument, { ...asked, referralId: referral.id });
      if (data) onOpened(data.discloseReferral.records, chosen);
    } else {
      const data = await send('read', ReadHouseholdDocument, {
        ...asked,
        householdId: referral.householdId!,
      });
      if (data) onOpened(data.readHousehold.records, chosen);
    }
  };

  return (
    <form className="open-form" onSubmit={(event) => void open(event)} noValidate>
      <FaultNotice fault={fault} />
      <Checkboxes<DataClass>
        id="open-classes"
        quiet
        label={t('person.what')}
        choices={classes.map((value) => ({ value, label: t(`person.class.${value}`) }))}
        values={chosen}
        error={missing ? t('person.what.missing') : undefined}
        onChange={setChosen}
      />
      <Select<Purpose>
        label={t('person.purpose')}
        choices={purposesHere.map((value) => ({ value, label: label('purposes', value) }))}
        value={purpose}
        onChange={(value) => value && setPurpose(value)}
      />
      <Button type="submit" kind="quiet" busy={busy}>
        {t('person.open')}
      </Button>
      <p className="remark">{t('person.recorded')}</p>
    </form>
  );
}
