/**
 * The demonstration, entered as any office would enter its past: through the services' own commands, under channel
 * `import`. Every key and every date is fixed for an installation, so loading it again at the next start changes
 * nothing.
 */
import { idWithin } from '@stezhka/event-store';
import type { Network } from '../network.js';
import { type DemonstrationAccount, demonstrationPassword } from './accounts.js';
import { actors } from './actors.js';
import { cases } from './cases.js';
import { type EnteredService, enterActor, enterService } from './enter-actor.js';
import { enterCase } from './enter-case.js';
import { enterStaff, type Member } from './enter-staff.js';

export async function loadDemonstration(
  network: Network,
  signal: AbortSignal,
): Promise<DemonstrationAccount[]> {
  const members = new Map<string, Member>();
  const services = new Map<string, EnteredService>();
  const accounts: DemonstrationAccount[] = [];
  const entering = actors.map(async (actor) => {
    const actorId = await enterActor(network, actor);
    const joined = await Promise.all(
      actor.staff.map((one) => enterStaff(network, actorId, one, subjectOf(network, one.name))),
    );
    const administrator = joined.find(({ viewer }) => viewer.roles.includes('actor_administrator'))!.viewer;
    for (const service of actor.services)
      services.set(
        `${actor.key}/${service.key}`,
        await enterService(network, administrator, actor.key, service),
      );
    return joined;
  });
  for (const [n, joined] of (await Promise.all(entering)).entries())
    for (const member of joined) {
      members.set(member.name, member);
      const { name, viewer } = member;
      accounts.push({
        name,
        password: demonstrationPassword,
        actor: actors[n]!.name.uk,
        roles: viewer.roles,
      });
    }
  await network.settled();
  for (const one of cases) {
    if (signal.aborted) break;
    await enterCase(network, one, { members, services });
  }
  await network.settled();
  return accounts;
}

/** A demonstration account's subject: random to others, the same at every start. */
function subjectOf({ secret }: Network, name: string): string {
  return idWithin(secret, 'demonstration', `subject ${name}`);
}
