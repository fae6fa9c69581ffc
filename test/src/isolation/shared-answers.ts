/** Two users, one question, one moment: whether a gateway ever gives one of them what was meant for the other. */
import { countForeignAnswers } from '@stezhka/gateway/testing';
import type { GatewayOptions } from './house.js';
import type { Matrix } from './matrix.js';
import { gatewayPath } from './paths.js';
import type { MemberKey } from './viewers.js';

const query = '{ me { staffId actor { id } } inbox { items { id } } sentBox { items { id householdId } } }';

/** How many answers were not the asker's own. */
export async function foreignAnswers(
  { house, tokens, scenario }: Matrix,
  options: GatewayOptions,
  rounds: number,
): Promise<number> {
  const gateway = await house.gateway(options);
  const path = gatewayPath(gateway.url, tokens);
  try {
    return await countForeignAnswers<MemberKey>({
      users: ['sender', 'receiver'],
      rounds,
      ask: async (user) => (await path.ask(user, query)).data,
      isOwn(user, answer) {
        const { me, inbox, sentBox } = answer as Record<
          string,
          { staffId: string; items: readonly object[] }
        >;
        const [own, other] = user === 'sender' ? [sentBox, inbox] : [inbox, sentBox];
        const hers = own!.items.length > 0 && other!.items.length === 0;
        return me!.staffId === scenario.staff[user].staffId && hers;
      },
    });
  } finally {
    await gateway.stop();
  }
}
