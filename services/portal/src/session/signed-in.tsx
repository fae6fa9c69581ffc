/** Everything behind the sign-in. Pages that are not the first are loaded when they are opened, with their words. */
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { Provider as GraphProvider, useQuery } from 'urql';
import { Route, Router, Switch } from 'wouter';
import { keepListening } from '../graph/changes.js';
import { createGraphClient } from '../graph/client.js';
import { MeDocument } from '../graph/generated/me.js';
import { InboxPage } from '../inbox/inbox-page.js';
import { needWords } from '../words/language.js';
import { useWords } from '../words/use-words.js';
import { Account } from './account.js';
import { Frame } from './frame.js';
import { navigateGuarded } from './leaving.js';
import { NotFoundPage } from './not-found-page.js';
import { ViewerProvider, viewerOf } from './viewer.js';

const ReferralPage = lazy(async () => {
  const [page] = await Promise.all([import('../referral/referral-page.js'), needWords('referral')]);
  return { default: page.ReferralPage };
});

const StatusPage = lazy(async () => {
  const [page] = await Promise.all([import('../status/status-page.js'), needWords('status')]);
  return { default: page.StatusPage };
});

const NewReferral = lazy(async () => {
  const [page] = await Promise.all([
    import('../new-referral/new-referral.js'),
    needWords('referral'),
    needWords('new-referral'),
  ]);
  return { default: page.NewReferral };
});

const NetworkPage = lazy(async () => {
  const [page] = await Promise.all([import('../network/network-page.js'), needWords('network')]);
  return { default: page.NetworkPage };
});

const ServicesPage = lazy(async () => {
  const [page] = await Promise.all([import('../own-services/services-page.js'), needWords('services')]);
  return { default: page.ServicesPage };
});

export function SignedIn(props: {
  readonly displayName: string | undefined;
  readonly onSignOut: () => void;
}) {
  const client = useMemo(createGraphClient, []);
  useEffect(keepListening, []);
  return (
    <GraphProvider value={client}>
      <Router aroundNav={navigateGuarded}>
        <Pages {...props} />
      </Router>
    </GraphProvider>
  );
}

function Pages(props: { readonly displayName: string | undefined; readonly onSignOut: () => void }) {
  const { t, language } = useWords();
  const [{ data }] = useQuery({ query: MeDocument, variables: { language }, requestPolicy: 'cache-first' });
  const viewer = useMemo(() => viewerOf(data?.me), [data]);
  return (
    <ViewerProvider value={viewer}>
      <Frame account={<Account {...props} />}>
        <Suspense fallback={<Arriving title={t('waiting')} />}>
          <Switch>
            <Route path="/">
              {/* Whoever has no referrals to read begins where her work is. */}
              {viewer.asks && !viewer.reads ? <StatusPage /> : <InboxPage key="received" side="recipient" />}
            </Route>
            <Route path="/status">{viewer.me && !viewer.asks ? <NotFoundPage /> : <StatusPage />}</Route>
            <Route path="/sent">
              <InboxPage key="sent" side="sender" />
            </Route>
            <Route path="/referral/:id">{({ id }) => <ReferralPage key={id} id={id} />}</Route>
            <Route path="/new/*?">
              <NewReferral />
            </Route>
            <Route path="/network">
              <NetworkPage />
            </Route>
            <Route path="/services">
              {viewer.me && !viewer.reports ? <NotFoundPage /> : <ServicesPage />}
            </Route>
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        </Suspense>
      </Frame>
    </ViewerProvider>
  );
}

function Arriving({ title }: { readonly title: string }) {
  return (
    <main id="main" className="page">
      <p className="waiting" role="status">
        {title}
      </p>
    </main>
  );
}
