/** The registry's own graph, asked in this process as somebody: what it would refuse to anybody, it refuses here. */
import type { Viewer } from '@stezhka/auth';
import { createPositionTokens } from '@stezhka/event-store';
import type { RegistryService } from '@stezhka/registry';
import { createContextFactory, createInProcess } from '@stezhka/subgraph';
import type { Logger } from '@stezhka/telemetry';

/** What the registry said no to, in its codes. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Acting {
  /** @returns the id in the receipt @throws Refused */
  does(viewer: Viewer, mutation: string, input: object): Promise<string>;
  stop(): Promise<void>;
}

export function actIn({ subgraph }: RegistryService, secret: string, logger: Logger): Acting {
  const viewers = new Map<string, Viewer>();
  const contextFactory = createContextFactory({
    authenticate: async (who) => viewers.get(who ?? ''),
    tokens: createPositionTokens(secret),
    // Decided by events alone: nobody's rows are waited for.
    waitFor: async () => true,
  });
  const server = createInProcess({ subgraph, contextFactory, logger });
  return {
    async does(viewer, mutation, input) {
      const who = `${viewer.staffId} ${viewer.actorId}`;
      viewers.set(who, viewer);
      const type = inputTypes[mutation] ?? `${capital(mutation)}Input`;
      checkNames(input, subgraph.schema.getType(type));
      const { data, errors } = await server.execute({
        query: `mutation($input: ${type}!) { ${mutation}(input: $input) { id } }`,
        variables: { input },
        headers: { authorization: who },
      });
      const [error] = errors ?? [];
      if (error) throw refused(error.extensions as unknown as Told);
      return (data as Record<string, { id: string }>)[mutation]!.id;
    },
    stop: () => server.stop(),
  };
}

/** GraphQL would say of either that the input is wrong, and not where. @throws Refused */
function checkNames(input: object, type: ReturnType<RegistryService['subgraph']['schema']['getType']>): void {
  if (!type || !('getFields' in type)) return;
  const fields = Object.values(type.getFields());
  const unknown = Object.keys(input).filter((name) => !fields.some((field) => field.name === name));
  const missing = fields.filter(
    (field) =>
      String(field.type).endsWith('!') &&
      !('defaultValue' in field && field.defaultValue !== undefined) &&
      !Object.hasOwn(input, field.name),
  );
  if (unknown.length + missing.length === 0) return;
  const parts = [
    ...(unknown.length > 0 ? [`unknown: ${unknown.join(', ')}`] : []),
    ...(missing.length > 0 ? [`missing: ${missing.map(({ name }) => name).join(', ')}`] : []),
  ];
  throw new Refused('INVALID_INPUT', `INVALID_INPUT; ${parts.join('; ')}`);
}

interface Told {
  readonly code: string;
  readonly possible?: readonly string[];
  readonly fields?: readonly { readonly path: string; readonly rules: readonly string[] }[];
}

function refused({ code, possible = [], fields = [] }: Told): Refused {
  const which = fields.map(({ path, rules }) => `${path.replace(/^input\./, '')} (${rules.join(', ')})`);
  const parts = [code, ...which, ...(possible.length > 0 ? [`possible: ${possible.join(', ')}`] : [])];
  return new Refused(code, parts.join('; '));
}

/** Acts that carry nothing of their own share one input. */
const inputTypes: Readonly<Record<string, string>> = {
  disableStaff: 'StaffAccessInput',
  enableStaff: 'StaffAccessInput',
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
