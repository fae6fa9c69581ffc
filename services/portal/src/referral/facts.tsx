import { Link } from 'wouter';
import { SummaryList, type SummaryRow } from '../ui/summary-list.js';
import { useWords } from '../words/use-words.js';
import type { Referral } from './referral.js';

/** What both sides know of a referral, and nothing of the person's own words. */
export function Facts({ referral }: { readonly referral: Referral }) {
  const { t, label, list, moment } = useWords();
  const each = (name: string, codes: readonly string[]) => list(codes.map((code) => label(name, code)));
  const { sender, recipient, oblast, modality, pathway, language, ageBands, sexes, dataClasses } = referral;
  const rows: SummaryRow[] = [
    { name: t('referral.sender'), value: sender?.name },
    { name: t('referral.recipient'), value: recipient?.name },
    { name: t('referral.oblast'), value: oblast && label('oblasts', oblast) },
    { name: t('referral.modality'), value: modality && label('modalities', modality) },
    { name: t('referral.pathway'), value: pathway && pathway !== 'general' && label('pathways', pathway) },
    { name: t('referral.language'), value: language && label('personLanguages', language) },
    { name: t('referral.ages'), value: each('ageBands', ageBands) },
    { name: t('referral.sexes'), value: each('sexes', sexes) },
    {
      name: t('referral.shared'),
      value: dataClasses
        .filter((one) => one !== 'C0')
        .map((one) => label('dataClasses', one))
        .join('\n'),
    },
    {
      name: t('referral.declineReason'),
      value: referral.declineReason && label('declineReasons', referral.declineReason),
    },
    { name: t('referral.outcome'), value: referral.outcome && label('outcomes', referral.outcome) },
    {
      name: t('referral.withdrawReason'),
      value: referral.withdrawReason && label('withdrawReasons', referral.withdrawReason),
    },
    { name: t('referral.acknowledgeBy'), value: referral.acknowledgeBy && moment(referral.acknowledgeBy) },
    { name: t('referral.decideBy'), value: referral.decideBy && moment(referral.decideBy) },
    {
      name: t('referral.partOf'),
      value: referral.partOf && (
        <Link href={`/referral/${referral.partOf}`}>{t('referral.partOf.open')}</Link>
      ),
    },
  ].map(({ name, value }) => ({ name, value: value || undefined }));
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('referral.facts')}</h2>
      <SummaryList rows={rows} />
    </section>
  );
}
