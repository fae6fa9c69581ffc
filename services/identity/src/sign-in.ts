/**
 * The page where a person proves who she is. It answers an unknown name, a wrong password and a disabled account with
 * the same words after the same work, and never shows again what was typed.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@stezhka/telemetry';
import type { Provider } from 'oidc-provider';
import type { Accounts } from './accounts.js';
import { remoteAddress } from './caller.js';
import { readForm } from './form-body.js';
import { errors } from './oidc-provider.js';
import { escapeHtml, sendPage } from './page.js';
import { chooseLanguage, type Language, type Texts, texts } from './texts.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

export interface SignInDeps {
  readonly provider: Provider;
  readonly accounts: Accounts;
  readonly logger: Logger;
  readonly trustProxy: boolean;
}

/** Answers `GET` and `POST` on an interaction's address. */
export async function answerSignIn(
  deps: SignInDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { provider } = deps;
  const interaction = await provider.interactionDetails(request, response).catch((error: unknown) => {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  });
  if (interaction === undefined) return sendExpired(request, response);
  if (interaction.prompt.name !== 'login') {
    return provider.interactionFinished(request, response, { error: 'access_denied' });
  }
  if (request.method === 'GET') return sendForm(request, response, interaction, 200);
  if (request.method === 'POST' && isOwnForm(request)) {
    return trySignIn(deps, request, response, interaction);
  }
  return sendExpired(request, response);
}

async function trySignIn(
  { provider, accounts, logger, trustProxy }: SignInDeps,
  request: IncomingMessage,
  response: ServerResponse,
  interaction: Interaction,
): Promise<void> {
  const form = await readForm(request);
  const name = form?.get('name') ?? '';
  const password = form?.get('password') ?? '';
  const outcome =
    name === '' || password === ''
      ? ({ refused: 'credentials' } as const)
      : await accounts.authenticate(name, password, remoteAddress(request, trustProxy));
  if ('refused' in outcome) {
    logger.info('identity.sign_in_refused', { reason: outcome.refused });
    return sendForm(request, response, interaction, outcome.refused === 'wait' ? 429 : 401, outcome.refused);
  }
  logger.info('identity.signed_in');
  await provider.interactionFinished(request, response, {
    login: { accountId: outcome.subject, amr: ['pwd'], remember: false },
  });
}

function sendForm(
  request: IncomingMessage,
  response: ServerResponse,
  { params }: Interaction,
  status: number,
  refused?: 'credentials' | 'wait',
): void {
  const language = languageOf(request, params.ui_locales);
  const words = texts[language];
  const note =
    refused === undefined ? '' : `<p role="alert">${refused === 'wait' ? words.wait : words.wrong}</p>`;
  const body = `${note}${formHtml(words)}`;
  sendPage(response, status, { language, title: words.signIn, body }, redirectOrigin(params.redirect_uri));
}

function formHtml(words: Texts): string {
  return `<form method="post">
<label for="name">${escapeHtml(words.name)}</label>
<input id="name" name="name" autocomplete="username" autocapitalize="none" required autofocus>
<label for="password">${escapeHtml(words.password)}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button>${escapeHtml(words.submit)}</button>
</form>`;
}

function sendExpired(request: IncomingMessage, response: ServerResponse): void {
  const language = languageOf(request, undefined);
  const { failed, failedWhat } = texts[language];
  sendPage(response, 400, { language, title: failed, body: `<p>${escapeHtml(failedWhat)}</p>` });
}

/** A browser says which page a form was on. Another site's form must not sign anyone in, not even as somebody else. */
function isOwnForm({ headers }: IncomingMessage): boolean {
  if (headers['sec-fetch-site'] !== undefined) return headers['sec-fetch-site'] === 'same-origin';
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}

function redirectOrigin(redirectUri: unknown): readonly string[] {
  return typeof redirectUri === 'string' && /^https?:/.test(redirectUri) ? [new URL(redirectUri).origin] : [];
}

export function languageOf({ headers }: IncomingMessage, uiLocales: unknown): Language {
  return chooseLanguage(typeof uiLocales === 'string' ? uiLocales : undefined, headers['accept-language']);
}
