import { Notice } from '../ui/notice.js';
import { useWords } from '../words/use-words.js';

/** In an emergency the record follows the call: the numbers come first. */
export function EmergencyCall(props: {
  readonly actor:
    | { readonly name: string; readonly dutyPhone?: string | null | undefined }
    | null
    | undefined;
}) {
  const { t } = useWords();
  const { actor } = props;
  return (
    <Notice kind="danger" title={t('emergency.callFirst')}>
      {actor?.dutyPhone && (
        <p>
          {t('emergency.duty', { actor: actor.name })} <Phone number={actor.dutyPhone} />
        </p>
      )}
      <ul className="emergency-numbers">
        {(['102', '103', '112'] as const).map((number) => (
          <li key={number}>
            <Phone number={number} /> {t(`emergency.${number}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function Phone({ number }: { readonly number: string }) {
  return (
    <a className="phone" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
      {number}
    </a>
  );
}
