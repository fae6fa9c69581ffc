/** Personal data where it does not belong: in everything that a client can get wrong. */

import { mutations } from '../every-mutation/documents.js';
import type { Scene } from '../every-mutation/scene.js';
import type { Asking } from './answers-kept.js';

export async function makeMistakes(
  { people, network }: Scene,
  { ask, send }: Asking,
  canary: (field: string) => string,
): Promise<void> {
  const { caseworker } = people;
  const token = `Bearer ${caseworker.token}`;
  const json = { 'content-type': 'application/json', authorization: token };
  const post = (what: string, body: unknown, headers: Record<string, string> = {}) =>
    send(what, '/graphql', {
      method: 'POST',
      headers: { ...json, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  // A value of a wrong kind in every field of every input, and a field that is not there.
  for (const { name, document, input } of mutations) {
    for (const field of Object.keys(input.getFields()))
      await ask(caseworker, document, { key: canary(`key.${name}`), [field]: canary(`${name}.${field}`) });
    await ask(caseworker, document, { [canary(`${name}.unknown`)]: canary(`${name}.value`) });
  }

  const told = canary('literal');
  for (const [what, query] of Object.entries({
    'a literal': `mutation { addMember(input: { key: "${told}", householdId: "${told} ${told}" }) { memberId } }`,
    'an id': `{ referral(id: "${told}") { id } actor(id: "${told}") { id } household(id: "${told}") { id } }`,
    'a code': `{ candidates(need: { service: "${told}", oblast: "${told}" }) { available } }`,
    'a field': `{ ${told} }`,
    'an argument': `{ referral(${told}: "${told}") { id } }`,
    'a fragment': `{ ...${told} }`,
    'an alias': `{ ${told}: me { ${told} } }`,
    'no GraphQL': `{ referral(id: "${told} `,
    'a comment': `# ${told}\n{ me { staffId } `,
  }))
    await post(what, { query });
  await post('the name of an operation', { query: `query ${told} { me { nothing } }`, operationName: told });
  await post('broken JSON', `{"query": "{ me { staffId } }", "variables": {"name": "${told}"`);
  await post('no request', { [told]: told });
  await post('a batch', [{ query: '{ me { staffId } }', variables: { told } }]);
  await post('too large', { query: '{ me { staffId } }', variables: { told: told.repeat(8_000) } });
  await post('a broken token', { query: '{ me { staffId } }' }, { authorization: `Bearer ${told}` });
  const claims = Buffer.from(JSON.stringify({ sub: told })).toString('base64url');
  const forged = `Bearer ${caseworker.token.split('.').with(1, claims).join('.')}`;
  await post('a forged token', { query: '{ me { staffId } }' }, { authorization: forged });
  await post('a position', { query: '{ me { staffId } }' }, { 'x-stezhka-after': told });
  await post('a request id', { query: '{ me { staffId } }' }, { 'x-request-id': told });
  await post('a header', { query: '{ me { staffId } }' }, { 'x-person': told });
  await send('an address', `/graphql?query={me{staffId}}&name=${told}`, { headers: json });
  await send('a path', `/${told}`, {});

  const signIn = (username: string, password: string) =>
    send('a sign-in', '/oidc/token', {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'urn:stezhka:grant-type:demonstration-password',
        client_id: 'stezhka-cli',
        username,
        password,
      }),
    });
  const account = {
    name: canary('account.name'),
    password: canary('account.password'),
    displayName: canary('account.display'),
  };
  await network.identity.createAccount(account);
  await signIn(account.name, account.password);
  await signIn(account.name, canary('wrong.password'));
  await signIn(canary('unknown.name'), account.password);
  await send('an authorization', `/oidc/auth?client_id=${told}&redirect_uri=${told}&login_hint=${told}`, {});
}
