/** A whole network with its demonstration, and a browser beside it: what every test of the portal's pages plays on. */
import { loadDemonstration } from '@stezhka/local';
import type { Browser } from 'playwright-core';
import { type TemporaryNetwork, temporaryNetwork } from '../../support/temporary-network.js';
import { startChromium } from './chromium.js';
import { signIn, type Visiting, type Visitor, visit } from './visitor.js';

export interface Stage {
  readonly network: TemporaryNetwork;
  readonly browser: Browser;
  /** A window of her own for somebody of the demonstration, signed in. */
  enter(name: string, how?: Visiting): Promise<Visitor>;
  close(): Promise<void>;
}

/** With the six organisations of the story, or with the whole network around them. */
export async function openStage(who: 'story' | 'everybody' = 'story'): Promise<Stage> {
  const network = await temporaryNetwork();
  try {
    await loadDemonstration(network, new AbortController().signal, who === 'story' ? { only: who } : {});
    const browser = await startChromium();
    return {
      network,
      browser,
      async enter(name, how) {
        const visitor = await visit(browser, network.address, how);
        await signIn(visitor, name);
        return visitor;
      },
      async close() {
        await browser.close();
        await network.stop();
      },
    };
  } catch (error) {
    await network.stop();
    throw error;
  }
}
