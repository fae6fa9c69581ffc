/** What the start prints, and what it says when it cannot start. */
import type { DemonstrationAccount } from './demonstration/accounts.js';
import type { Network } from './network.js';

export function addresses({ address, portal }: Pick<Network, 'address' | 'portal'>): string {
  return `
Stezhka is running.
  Portal    ${portal}
  GraphQL   ${address}/graphql
  Sign-in   ${address}/oidc
  Health    ${address}/health/ready
`;
}

export function demonstrationAccounts(
  { address }: Pick<Network, 'address'>,
  accounts: readonly DemonstrationAccount[],
): string {
  const width = Math.max(...accounts.map(({ name }) => name.length));
  const lines = accounts.map(
    ({ name, actor, roles }) => `  ${name.padEnd(width)}  ${actor}: ${roles.join(', ')}`,
  );
  return `
Demonstration sign-ins, all with the password "${accounts[0]?.password}":
${lines.join('\n')}

See the whole story played: npm run journey${address.endsWith(':4600') ? '' : ` -- ${address}`}
Ctrl-C stops everything.
`;
}

/** One sentence on what is wrong, one on what to do. */
export function failure(error: unknown): string {
  if (error instanceof Error) {
    const known = sentences[error.name]?.(error);
    if (known) return `${known}\n`;
    return `Stezhka could not start: ${error.name}. Set LOG_LEVEL=info to see how far it came.\n${error.stack ?? ''}\n`;
  }
  return 'Stezhka could not start.\n';
}

const sentences: Record<string, (error: Error & { code?: string; port?: number }) => string | undefined> = {
  PortTaken: ({ port }) =>
    `Port ${port} is taken, by another program or by Stezhka running already. Stop it, or choose another port: PORT=${(port ?? 0) + 1} npm start`,
  DemonstrationKept: () =>
    'This directory holds the demonstration, whose passwords everybody knows. Add --reset to forget it, or choose another directory with STEZHKA_DATA.',
  NodeStartError: ({ message }) => `The event store could not start: ${message}. Is Stezhka running already?`,
  EmbeddedPostgresError: ({ message }) => `PostgreSQL could not start: ${message}`,
};
