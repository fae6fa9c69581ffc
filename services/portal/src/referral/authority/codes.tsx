/** Which authorities may ask how this stands, until when, and the way to end it. The codes themselves are nowhere. */
import '../../styles/authority.css';
import { RevokeAuthorityCodeDocument } from '../../graph/generated/authority.js';
import { useCommands } from '../../graph/use-commands.js';
import { TextButton } from '../../ui/button.js';
import { FaultNotice } from '../../ui/fault-notice.js';
import { useNow } from '../../ui/use-now.js';
import { useWords } from '../../words/use-words.js';
import type { Referral } from '../referral.js';

type Code = Referral['authorityCodes'][number];

export function AuthorityCodes(props: { readonly referral: Referral; readonly onDone: () => void }) {
  const { referral, onDone } = props;
  const { t, day, moment } = useWords();
  const { busy, fault, send } = useCommands();
  const now = useNow();
  const { authorityCodes, sharingEnded } = referral;
  if (authorityCodes.length === 0) return null;

  const standing = ({ revokedAt, expiresAt }: Code) => {
    if (revokedAt) return t('codes.revoked', { when: moment(revokedAt) });
    if (sharingEnded) return t('codes.ended');
    if (Date.parse(expiresAt) <= now) return t('codes.expired', { day: day(expiresAt) });
    return t('codes.until', { day: day(expiresAt) });
  };
  const revoke = async (codeId: string) => {
    if (busy) return;
    const done = await send('revokeAuthorityCode', RevokeAuthorityCodeDocument, {
      codeId,
      channel: 'portal',
    });
    if (done) onDone();
  };
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{t('codes.title')}</h2>
      <FaultNotice fault={fault} />
      <ul className="codes">
        {authorityCodes.map((code) => (
          <li key={code.id}>
            <p className="timeline-title">{code.authority.name}</p>
            <p className="timeline-when">{standing(code)}</p>
            {code.viewerCanRevoke && !sharingEnded && Date.parse(code.expiresAt) > now && (
              <TextButton about={code.authority.name} onPress={() => void revoke(code.id)}>
                {t('codes.revoke')}
              </TextButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
