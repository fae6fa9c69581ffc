/** The network at one look: for whoever is signed in, for a coordinator, on a day of the past, and when it cannot be asked. */
import type { Route } from 'playwright-core';
import { answering } from './answered.js';
import { type Seeing, still } from './seeing.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

export async function networkPage(stage: Stage, see: Seeing): Promise<void> {
  const ostap = await stage.enter('ostap', still);
  await opened(ostap, '/network?service=SHL.TRANSIT');
  await see.state(ostap, 'network');
  await ostap.page.locator('details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
  await see.state(ostap, 'network, with all that it can tell');
  await opened(ostap, '/network?asOf=2022-08');
  await see.state(ostap, 'network, on a day of the past');
  await answering(ostap.page, (route) => route.abort());
  await ostap.page.reload();
  await ostap.page.getByText(ostap.words.t('fault.offline'), { exact: true }).first().waitFor();
  await see.state(ostap, 'network, offline');
  await ostap.close();
}

export async function networkOfCoordinator(stage: Stage, see: Seeing): Promise<void> {
  const solomiia = await stage.enter('solomiia', still);
  const { page, words } = solomiia;
  await opened(solomiia, '/network');
  await page.getByText(words.t('network.silence.none'), { exact: true }).waitFor();
  await see.state(solomiia, 'network, as coordinator, nobody silent');
  await solomiia.close();
  await afterABadMonth(stage, see);
}

export async function afterABadMonth(stage: Stage, see: Seeing): Promise<void> {
  const solomiia = await stage.enter('solomiia', still);
  const { page } = solomiia;
  await answering(page, badMonth);
  await opened(solomiia, '/network');
  await page.locator('.silence .card').nth(2).waitFor();
  await page.locator('summary').first().click();
  await see.state(solomiia, 'network, as coordinator, after a bad month');
  await solomiia.close();
}

async function opened({ go, page }: Visitor, path: string): Promise<void> {
  await go(path);
  await page.locator('.matrix').waitFor();
}

/** What a network of this size takes weeks to show: some who are silent, a month with numbers told and hidden. */
async function badMonth(route: Route): Promise<void> {
  const response = await route.fetch();
  const { data, ...rest } = await response.json();
  if (data?.silentReferrals)
    data.silentReferrals.items = (['reminder', 'coordinator', null] as const).map((rung, n) => ({
      ...{ reference: `ST-7K4M-2Q${n}X`, serviceGroup: n === 1 ? 'MHP' : 'LEG', rung },
      receiver: { id: 'any', name: 'Правова клініка «Скеля»' },
      clock: n === 1 ? 'acknowledge' : 'decide',
      due: new Date(Date.now() + (n - 1) * 30 * 3_600_000).toISOString(),
    }));
  if (data?.referralMonth)
    Object.assign(data.referralMonth, {
      all: { ...data.referralMonth.all, sent: 214, acknowledged: 131, noResponse: 58, served: null },
      untilAcknowledged: { median: 45, p90: 95 },
    });
  if (data?.coverage) {
    data.coverage.referralsOf = '2026-03';
    for (const [n, cell] of data.coverage.cells.entries()) cell.openReferrals = n % 3 === 0 ? 17 : null;
  }
  await route.fulfill({ response, json: { ...rest, data } });
}
