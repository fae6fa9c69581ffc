/** Somebody at work whose access is cut: what each service answers to the token that she still holds. */
import { demonstrationPassword, tokenFor } from '@stezhka/local';
import { type ServiceName, serviceNames } from './house.js';
import type { Matrix } from './matrix.js';
import { subgraphPaths } from './paths.js';
import { enterMember } from './scenario.actors.js';
import { members } from './viewers.js';

/** What she reads of each service in her day's work. */
const herWork: Readonly<Record<ServiceName, string>> = {
  registry: '{ me { staffId } }',
  consent: '{ households { items { id } } }',
  referrals: '{ inbox { items { id } } }',
  insights: '{ coverage { asOf } }',
};

export interface CutOff {
  /** By service, and `gateway`: `value` or the code of a refusal. */
  readonly before: Readonly<Record<string, string>>;
  /** Which of the services still answered her, asked right after the receipt to wait for what was receipted. */
  readonly late: readonly string[];
  readonly after: Readonly<Record<string, string>>;
}

/** Cut off through the graph by the administrator of her actor, while her token is minutes old. */
export async function cutOff({ house, scenario, tokens }: Matrix): Promise<CutOff> {
  const { network } = house;
  const { staffId } = await enterMember(network, scenario.actors, 'leaver', members.receiver);
  await network.settled();
  const authorization = `Bearer ${await tokenFor(network.address, 'leaver', demonstrationPassword)}`;
  const open = house.open({});

  async function asked(name: ServiceName | 'gateway', headers: object = {}) {
    const query = herWork[name === 'gateway' ? 'referrals' : name];
    const given = { authorization, ...headers };
    const answer =
      name === 'gateway'
        ? await (
            await fetch(`${network.address}/graphql`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', ...given },
              body: JSON.stringify({ query }),
            })
          ).json()
        : await open[name].execute({ query, headers: given });
    return answer as { errors?: { extensions: { code: string } }[] };
  }
  const everywhere = async () =>
    Object.fromEntries(
      await Promise.all(
        [...serviceNames, 'gateway' as const].map(async (name) => {
          const { errors } = await asked(name);
          return [name, errors?.[0]?.extensions.code ?? 'value'] as const;
        }),
      ),
    );

  const before = await everywhere();
  const registry = subgraphPaths(open, tokens).find(({ name }) => name === 'registry')!;
  const cut = await registry.ask(
    'receiverAdministrator',
    'mutation ($input: StaffAccessInput!) { disableStaff(input: $input) { after } }',
    { input: { key: 'cut-off-a-leaver', staffId } },
  );
  // Each service waits for what was receipted, a second at most, before it says who she is.
  const heard = { 'x-stezhka-after': cut.data.disableStaff.after as string };
  const late: string[] = [];
  for (const name of serviceNames) {
    const { errors } = await asked(name, heard);
    if (!errors) late.push(name);
  }
  return { before, late, after: await everywhere() };
}
