/** A cheap phone with a weak network, as far as a browser can play one. Nothing is in its cache. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Line {
  /** How long every answer takes to begin. */
  readonly latencyMs: number;
  readonly downKbps: number;
  readonly upKbps: number;
}

export const slowdown = 4;

/** @param storageState who is signed in; nobody if absent */
export async function onSlowPhone(
  browser: Browser,
  { latencyMs, downKbps, upKbps }: Line,
  storageState: BrowserContextOptions['storageState'],
  use: (page: Page) => Promise<number>,
): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    deviceScaleFactor: 2,
    ...(storageState ? { storageState } : {}),
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: latencyMs,
      downloadThroughput: (downKbps * 1000) / 8,
      uploadThroughput: (upKbps * 1000) / 8,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return await use(page);
  } finally {
    await context.close();
  }
}
