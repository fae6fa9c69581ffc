import type { AskReferralStatusMutation } from '../graph/generated/graphql.js';
import { Notice } from '../ui/notice.js';
import { useWords } from '../words/use-words.js';

export type Answer = Pick<AskReferralStatusMutation['askReferralStatus'], 'status' | 'month'>;

/** In words. "Not available" looks like an answer, because it is one. */
export function StatusAnswer({ answer: { status, month } }: { readonly answer: Answer }) {
  const { t, label, month: named } = useWords();
  return (
    <Notice focus>
      <h2 className="status-word">{label('authorityStatuses', status)}</h2>
      {month && <p>{t('status.since', { month: named(month) })}</p>}
      <p>{t(`status.answer.${status}`)}</p>
    </Notice>
  );
}
