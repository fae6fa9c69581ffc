/** Signed in, signed out, or not to be known. */

import type { Arrival } from './session/arrival.js';
import { Frame } from './session/frame.js';
import { OfflinePage } from './session/offline-page.js';
import { SignedIn } from './session/signed-in.js';
import { SignedOutProvider } from './session/signed-out.js';
import { SignedOutPage } from './session/signed-out-page.js';
import { type Known, useSession } from './session/use-session.js';
import { Waiting } from './ui/waiting.js';

export function App({ first, arrival }: { readonly first: Known; readonly arrival: Arrival | undefined }) {
  const { session, ended, retry, leave } = useSession(first);
  if (session === 'leaving')
    return (
      <Frame>
        <main id="main" className="page">
          <Waiting />
        </main>
      </Frame>
    );
  if (session === 'offline')
    return (
      <Frame>
        <OfflinePage onRetry={retry} />
      </Frame>
    );
  if (session === 'ended' || !session.signedIn)
    return (
      <Frame>
        <SignedOutPage ended={session === 'ended'} arrival={arrival} />
      </Frame>
    );
  return (
    <SignedOutProvider value={ended}>
      <SignedIn displayName={session.displayName} onSignOut={leave} />
    </SignedOutProvider>
  );
}
