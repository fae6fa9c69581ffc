/**
 * The demonstration, entered as any office would enter its past: through the services' own commands, under channel
 * `import`. Every key and every date is fixed for an installation, so loading it again at the next start changes
 * nothing.
 */
import type { Composed } from '../composed.js';
import { type DemonstrationAccount, demonstrationPassword } from './accounts.js';
import { eachAtOnce, FEW } from './each-at-once.js';
import { type EnteredService, enterActor, enterLapses, enterService } from './enter-actor.js';
import { type Entered, enterCase } from './enter-case.js';
import { enterAccounts, enterStaff, type Member } from './enter-staff.js';
import { enteredBefore, markEntered } from './entered-before.js';
import { around, type DemonstrationPart, story } from './part.js';

export interface HowMuch {
  /** The six organisations that the tour is about, without the network around them. */
  readonly only?: 'story';
  /** Called as soon as everybody can sign in and the story stands; the referrals around it may still be coming. */
  readonly signInsReady?: (accounts: readonly DemonstrationAccount[]) => void;
}

export async function loadDemonstration(
  network: Composed,
  signal: AbortSignal,
  { only, signInsReady }: HowMuch = {},
): Promise<DemonstrationAccount[]> {
  const parts = only === 'story' ? [story] : [story, around];
  const accounts = parts.flatMap(accountsOf);
  const everybody = parts.flatMap(({ actors }) => actors.flatMap(({ staff }) => staff));
  const [entered] = await Promise.all([
    Promise.all(parts.map((part) => enterOrganisations(network, part, signal))),
    enterAccounts(network, everybody),
  ]);
  await network.settled();
  for (const [n, part] of parts.entries()) {
    if (entered[n]) await enterCases(network, part, entered[n], signal);
    if (part === story && !signal.aborted) signInsReady?.(accounts);
  }
  return accounts;
}

/** Undefined where all of the part is there already. */
async function enterOrganisations(network: Composed, part: DemonstrationPart, signal: AbortSignal) {
  return (await enteredBefore(network, part)) ? undefined : enterActors(network, part, signal);
}

async function enterCases(network: Composed, part: DemonstrationPart, entered: Entered, signal: AbortSignal) {
  const most = part.inTurn ? 1 : FEW;
  await eachAtOnce(part.cases, most, signal, (one) => enterCase(network, one, entered, signal));
  await network.settled();
  if (!signal.aborted) await markEntered(network, part);
}

async function enterActors(
  network: Composed,
  part: DemonstrationPart,
  signal: AbortSignal,
): Promise<Entered> {
  const actors = new Map<string, string>();
  const members = new Map<string, Member>();
  const services = new Map<string, EnteredService>();
  await eachAtOnce(part.actors, FEW, signal, async (actor) => {
    const actorId = await enterActor(network, actor);
    actors.set(actor.key, actorId);
    const joined = await Promise.all(actor.staff.map((one) => enterStaff(network, actorId, one)));
    for (const member of joined) members.set(member.name, member);
    const administrator = joined.find(({ viewer }) => viewer.roles.includes('actor_administrator'))!.viewer;
    for (const service of actor.services)
      services.set(`${actor.key}/${service.key}`, await enterService(network, administrator, actor, service));
    await enterLapses(network, actor, actorId);
  });
  return { actors, members, services };
}

function accountsOf({ actors }: DemonstrationPart): DemonstrationAccount[] {
  return actors.flatMap(({ name, staff }) =>
    staff
      .filter(({ displayName }) => displayName)
      .map((one) => ({
        name: one.name,
        password: demonstrationPassword,
        actor: name.uk,
        roles: one.roles,
        ...(one.goodFor ? { goodFor: one.goodFor } : {}),
      })),
  );
}
