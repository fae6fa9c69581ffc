/** What the start prints, and what it says when it cannot start. */
import type { DemonstrationAccount } from './demonstration/accounts.js';
import type { OtherKind } from './demonstration/kind.js';
import type { Network } from './network.js';

export function addresses({ address, portal }: Pick<Network, 'address' | 'portal'>): string {
  return `
Stezhka is running.
  Portal    ${portal}
  GraphQL   ${address}/graphql
  Issuer    ${address}/oidc
  Health    ${address}/health/ready
`;
}

/** Where there is no demonstration. */
export const howPeopleComeIn = `
Only those who were entered can sign in. While Stezhka is stopped: npm run enter -- infra/network.example.json
Ctrl-C stops everything.
`;

/** As soon as they can be used; the referrals around the story may still be coming. */
export function demonstrationAccounts(accounts: readonly DemonstrationAccount[]): string {
  const width = Math.max(...accounts.map(({ name }) => name.length));
  const line = (name: string, what: string) => `  ${name.padEnd(width)}  ${what}`;
  const story = accounts.filter(({ goodFor }) => !goodFor);
  const around = accounts.filter(({ goodFor }) => goodFor);
  return [
    ...['', `Demonstration sign-ins, all with the password "${accounts[0]?.password}":`],
    ...story.map(({ name, actor, roles }) => line(name, `${actor}: ${roles.join(', ')}`)),
    ...(around.length === 0 ? [] : ['', 'And in the network around them:']),
    ...around.map(({ name, roles, goodFor }) => line(name, `${roles.join(', ')}: ${goodFor}`)),
    '',
  ].join('\n');
}

/** When everything of it is there. */
export function demonstrationComplete({ address }: Pick<Network, 'address'>): string {
  return `
The demonstration is complete. See the whole story played: npm run journey${address.endsWith(':4600') ? '' : ` -- ${address}`}
Ctrl-C stops everything.
`;
}

/** One sentence on what is wrong, one on what to do. */
export function failure(error: unknown): string {
  const known = knownFailure(error);
  if (known) return known;
  if (error instanceof Error) {
    return `Stezhka could not start: ${error.name}. Set LOG_LEVEL=info to see how far it came.\n${error.stack ?? ''}\n`;
  }
  return 'Stezhka could not start.\n';
}

/** Undefined for what nobody foresaw. */
export function knownFailure(error: unknown): string | undefined {
  const known = error instanceof Error ? sentences[error.name]?.(error) : undefined;
  return known && `${known}\n`;
}

const sentences: Record<string, (error: Error & { code?: string; port?: number }) => string | undefined> = {
  PortTaken: ({ port }) =>
    `Port ${port} is taken, by another program or by Stezhka running already. Stop it, or choose another port: PORT=${(port ?? 0) + 1} npm start`,
  OtherKind: (error) => {
    const { kept, dir } = error as OtherKind;
    const holds =
      kept === 'empty'
        ? 'was begun with --empty'
        : 'holds the demonstration, whose passwords everybody knows';
    const asked = kept === 'empty' ? 'Add --empty again' : 'Leave --empty out';
    return `${dir} ${holds}. ${asked}, name another directory by STEZHKA_DATA, or add --reset, which erases it.`;
  },
  NodeStartError: ({ message }) => `The event store could not start: ${message}. Is Stezhka running already?`,
  SplitNotStarted: ({ message }) => message,
  EmbeddedPostgresError: ({ message }) => `PostgreSQL could not start: ${message}`,
};
