/** From an earlier referral of the same people to the next organisation: what is known is not asked again. */
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { Redirect } from 'wouter';
import { faultOf } from '../graph/fault.js';
import type { ContinuedQuery, KnownHouseholdQuery } from '../graph/generated/graphql.js';
import { ContinuedDocument, KnownHouseholdDocument } from '../graph/generated/new-referral.js';
import { NotFoundPage } from '../session/not-found-page.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/use-words.js';
import { continuedFrom } from './continued.js';
import { useDraft } from './draft-context.js';
import { pathOf } from './steps.js';

export type Earlier = NonNullable<ContinuedQuery['referral']>;
export type KnownHousehold = NonNullable<KnownHouseholdQuery['household']>;

export function ContinuePage({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [earlier] = useQuery({ query: ContinuedDocument, variables: { id }, requestPolicy: 'network-only' });
  const referral = earlier.data?.referral;
  const householdId = referral?.householdId;
  const [household] = useQuery({
    query: KnownHouseholdDocument,
    variables: { id: householdId ?? '' },
    pause: !householdId,
    requestPolicy: 'network-only',
  });
  const known = household.data?.household;
  const error = earlier.error ?? household.error;
  if (referral && householdId && known) return <Begin referral={referral} household={known} />;
  if (error)
    return (
      <Page title={t('new.title')}>
        <FaultNotice fault={faultOf(error)} />
      </Page>
    );
  if (earlier.fetching || household.fetching || (referral && householdId && !household.data))
    return (
      <main id="main" className="page">
        <p className="waiting">{t('waiting')}</p>
      </main>
    );
  return <NotFoundPage />;
}

function Begin({ referral, household }: { readonly referral: Earlier; readonly household: KnownHousehold }) {
  const { draft, change, forget } = useDraft();
  const ready = draft.continued?.reference === referral.reference;
  useEffect(() => {
    if (ready) return;
    forget();
    change(continuedFrom(referral, household));
  }, [ready, referral, household, change, forget]);
  return ready ? <Redirect to={pathOf(referral.state === 'draft' ? 'who' : 'need')} replace /> : null;
}
