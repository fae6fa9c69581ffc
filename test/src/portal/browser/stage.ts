/** A whole network with its demonstration, and a browser beside it: what every test of the portal's pages plays on. */
import type { Browser } from 'playwright-core';
import { enterAuthority } from '../../support/an-authority.js';
import { storyNetwork, type TemporaryNetwork } from '../../support/temporary-network.js';
import { startChromium } from './chromium.js';
import { comeSignedIn, type Visiting, type Visitor, visit } from './visitor.js';

export interface Stage {
  readonly network: TemporaryNetwork;
  readonly browser: Browser;
  /** A window of her own for somebody of the demonstration, signed in. */
  enter(name: string, how?: Visiting): Promise<Visitor>;
  close(): Promise<void>;
}

/** On a network of the story's six organisations and an authority, unless another is given; it is stopped with the stage. */
export async function openStage(given?: TemporaryNetwork): Promise<Stage> {
  const network = given ?? (await storyNetwork());
  try {
    if (!given) await enterAuthority(network);
    const browser = await startChromium();
    return {
      network,
      browser,
      async enter(name, how) {
        const visitor = await visit(browser, network.address, how);
        await comeSignedIn(visitor, name);
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
