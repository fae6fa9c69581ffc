/** A site of somebody else on this machine: an empty page on a port of its own, under both names of the machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';

export interface Elsewhere {
  /** The host of the portal, so that the browser brings its cookie along; and another host. */
  readonly origins: readonly [string, string];
  close(): Promise<void>;
}

export async function openElsewhere(): Promise<Elsewhere> {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Elsewhere</title>'),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origins: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export interface Tried {
  /** All that a script of the page could read. */
  readonly read: string;
  /** What a form sent, and what its answer showed to whoever sat there. */
  readonly formSent: string;
  readonly formShown: string;
  /** How each request was answered, also where the page was not let know, and whether the session's cookie went along. */
  readonly answered: readonly { readonly status: number; readonly cookie: boolean }[];
}

/** A page of that site, opened in somebody's browser, asks the portal in every way that there is. */
export async function tryFrom(
  site: string,
  context: BrowserContext,
  { at, body }: { readonly at: string; readonly body: string },
): Promise<Tried> {
  const page = await context.newPage();
  await page.goto(site);
  const answered = await answersTo(page);
  const read = await page.evaluate(askByScript, { at, body });
  const [sent] = await Promise.all([
    page.waitForRequest((request) => request.isNavigationRequest()),
    page.evaluate(askByForm, { to: `${at}/graphql`, body }),
  ]);
  await page.waitForURL(`${at}/graphql`);
  const formShown = (await page.textContent('body')) ?? '';
  await page.close();
  return { read: read.join(''), formSent: sent.postData() ?? '', formShown, answered };
}

async function answersTo(page: Page): Promise<Tried['answered']> {
  const browser = await page.context().newCDPSession(page);
  const answered: Tried['answered'][number][] = [];
  const carrying = new Set<string>();
  browser.on('Network.requestWillBeSentExtraInfo', ({ requestId, associatedCookies }) => {
    const sent = associatedCookies.filter(({ blockedReasons }) => blockedReasons.length === 0);
    if (sent.some(({ cookie }) => cookie.name.startsWith('__Host-'))) carrying.add(requestId);
  });
  browser.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    answered.push({ status: statusCode, cookie: carrying.has(requestId) });
  });
  await browser.send('Network.enable');
  return answered;
}

/** Runs in the page. */
async function askByScript({ at, body }: { at: string; body: string }): Promise<string[]> {
  const credentials = 'include';
  const headers = { 'content-type': 'application/json', 'x-stezhka-request': '1' };
  const tries: readonly [string, RequestInit][] = [
    ['/graphql', { method: 'POST', credentials, body }],
    ['/graphql', { method: 'POST', credentials, body, mode: 'no-cors' }],
    ['/graphql', { method: 'POST', credentials, body, headers }],
    ['/auth/sign-out', { method: 'POST', credentials, body: '{}' }],
    ['/auth/sign-out', { method: 'POST', credentials, body: '{}', mode: 'no-cors' }],
    ['/auth/session', { credentials }],
    ['/auth/session', { credentials, mode: 'no-cors' }],
  ];
  const read: string[] = [];
  for (const [path, init] of tries)
    await fetch(at + path, init).then(
      async (answer) => read.push(await answer.text()),
      () => undefined,
    );
  return read;
}

/** Runs in the page: a form whose one field is so written that its text is the body, word by word. */
function askByForm({ to, body }: { to: string; body: string }): void {
  const form = document.createElement('form');
  Object.assign(form, { action: to, method: 'post', enctype: 'text/plain' });
  const field = document.createElement('input');
  // A form writes name=value: the sign between them ends up within a member that nobody asks for.
  Object.assign(field, { name: `${body.slice(0, -1)},"form":"`, value: '"}' });
  form.append(field);
  document.body.append(form);
  form.submit();
}
