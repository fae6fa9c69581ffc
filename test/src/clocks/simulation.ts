/**
 * Weeks in seconds: referrals are sent and answered, or not, while two processes keep the time by clocks that differ,
 * jump both ways, and die in the middle of what they do. Nothing here waits; time is a number.
 */
import type { Viewer } from '@stezhka/auth';
import type { RecordedEvent, Workflow } from '@stezhka/event-store';
import type { ReadModel } from '@stezhka/read-model';
import { createReferralsService, type ReferralsTables } from '@stezhka/referrals';
import { Refusal } from '@stezhka/vocabulary';
import { Foreseen } from './foreseen.js';
import { eventsOf, nextOf, recipient, referralOf, sender } from './sent-referral.js';
import { createSimulatedStore } from './simulated-store.js';

export interface SimulationOptions {
  readonly readModel: ReadModel<ReferralsTables>;
  readonly random: () => number;
  readonly referrals: number;
  /** How long the simulated time is, in hours. */
  readonly hours: number;
  readonly urgencies: readonly ('emergency' | 'urgent' | 'normal')[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A claim of somebody who died is forgotten by then, also by clocks that are two minutes slow. */
const FORGOTTEN = 3 * MINUTE;
const STEPS = 80;

const staff = (actorId: string, role: 'caseworker' | 'intake_officer'): Viewer => ({
  ...{ staffId: `${actorId}-${role}`, actorId, issuer: 'https://login.example', subject: role },
  ...{ roles: [role], certifications: ['gbv'] },
});
const viewers = { sender: staff(sender, 'caseworker'), recipient: staff(recipient, 'intake_officer') };

const answers = [
  ['AcknowledgeReferral', 'acknowledged', 'recipient'],
  ['AcknowledgeReferral', 'acknowledged', 'recipient'],
  ['AcceptReferral', 'accepted', 'recipient'],
  ['DeclineReferral', 'declined', 'recipient'],
  ['WithdrawReferral', 'withdrawn', 'sender'],
] as const;
const allFates = ['silence', answers[2], answers[3], answers[4]] as const;

export function createSimulation({ readModel, random, referrals, hours, urgencies }: SimulationOptions) {
  let now = Date.parse('2026-03-01T08:00:00.000Z');
  const store = createSimulatedStore(() => new Date(now));
  const foreseen: Foreseen[] = [];
  const met = new Set<string>();
  /** Ids of what was prepared, by what it is to follow. */
  const nexts = new Map<string, string>();
  /** What must come in every run, however few there are: one of each end before something that was prepared. */
  const fates = new Map<string, (typeof answers)[number] | 'silence'>();
  let heard = 0;
  let keys = 0;

  const chance = (of: number) => random() < of;
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const service = (skew: number, rows = readModel) => {
    const at = () => new Date(now + skew);
    return createReferralsService({ store, readModel: rows, secret: 'a simulation', now: at });
  };
  /** Two processes whose clocks differ by up to two minutes each way. */
  const start = () => [0, 1].map(() => Math.round((random() - 0.5) * 4 * MINUTE));
  let skews = start();
  let running = skews.map((skew) => service(skew));

  /** Its database goes away in the middle of something. */
  function dying(): ReadModel<ReferralsTables> {
    const die = () => {
      if (chance(0.2)) throw new Error('gone');
    };
    return {
      ...readModel,
      async asRecorder(fn) {
        die();
        const result = await readModel.asRecorder(fn);
        die();
        return result;
      },
    };
  }

  /** All that has happened, and what was answered to it. */
  async function hear(): Promise<void> {
    const [{ workflows, projections }] = running as [(typeof running)[0]];
    while (heard < store.log.length) {
      const news = store.log.slice(heard);
      heard += news.length;
      for (const event of news) {
        // Whoever dies while it reacts has not said that it heard: the next one hears it again.
        if (chance(0.05))
          await reactAll(service(0, dying()).workflows, event).catch(() => met.add('unheard'));
        await reactAll(workflows, event);
      }
      for (const projection of projections.filter(({ prefixes }) => prefixes.includes('referral-')))
        await readModel.asProjector(projection.name, async (tx) => {
          for (const event of news) await projection.project(tx as never, event);
        });
    }
  }

  /** What hears of referrals: timers, and whoever is to follow. */
  async function reactAll(workflows: readonly Workflow[], event: RecordedEvent): Promise<void> {
    for (const workflow of workflows.filter(({ prefixes }) => prefixes.includes('referral-')))
      await workflow.react(event);
  }

  async function send(): Promise<void> {
    const fate = allFates[foreseen.length];
    const behind = !fate && chance(0.1) ? random() * hours * HOUR * 0.2 : 0;
    const id = `referral-${foreseen.length}`;
    const pathway = !fate && chance(0.3) ? 'gbv' : 'general';
    const referral = referralOf(id, pathway, oneOf(urgencies), new Date(Math.round(now - behind)));
    foreseen.push(new Foreseen(referral, new Date(now)));
    await store.append(`referral-${id}`, 'no_stream', eventsOf(referral));
    if (fate) fates.set(id, fate);
    else if (pathway !== 'general' || chance(0.5)) return;
    const next = `next-after-${id}`;
    nexts.set(id, next);
    await store.append(`referral-${next}`, 'no_stream', nextOf(referral, next));
  }

  async function answer(one: Foreseen): Promise<string> {
    const fate = fates.get(one.referral.id);
    const [type, state, side] = fate && fate !== 'silence' ? fate : oneOf(answers);
    const reason = type === 'DeclineReferral' ? 'not_eligible' : 'need_met';
    const command = { type, channel: 'portal', reason } as never;
    if (type === 'AcknowledgeReferral' && one.state === 'acknowledged') return one.state;
    try {
      const given = { key: `answer-${++keys}`, now: new Date(now) };
      await oneOf(running).commands.act(viewers[side], one.referral.id, command, given);
      return state;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'ILLEGAL_TRANSITION') return 'refused';
      throw error;
    }
  }

  /** Everything that is due by the clock that is furthest ahead. */
  async function strike(): Promise<Date> {
    if (chance(0.15)) {
      met.add('death');
      await service(0, dying())
        .clock.strike()
        .catch(() => undefined);
      now += FORGOTTEN;
    }
    await Promise.all(running.map(({ clock }) => clock.strike()));
    // One of them may have waited for the other's claim, and been told that nothing was left.
    for (const { clock } of running) await clock.strike();
    return new Date(now + Math.max(...skews));
  }

  function passTime(): void {
    const part = (hours * HOUR) / STEPS;
    const jump = random();
    if (jump < 0.1) {
      met.add('jump back');
      now -= random() * part * 3;
    } else if (jump < 0.2) {
      met.add('jump ahead');
      now += random() * part * 6;
    } else now += random() * 2 * part;
    now = Math.round(now);
  }

  async function restart(): Promise<void> {
    met.add('restart');
    skews = start();
    running = skews.map((skew) => service(skew));
    // Whoever starts again hears again what it had heard and not written down.
    for (const event of store.log.slice(Math.max(0, heard - 40), heard))
      await reactAll(running[0]!.workflows, event);
  }

  function answersNow({ referral }: Foreseen): boolean {
    const fate = fates.get(referral.id);
    // So few of the others that about a third is never answered.
    return fate ? fate !== 'silence' : chance(1 / 30);
  }

  async function step(): Promise<void> {
    passTime();
    if (chance(0.2)) await restart();
    const answering = foreseen.filter((one) => one.isOpen && answersNow(one));
    if (chance(0.3)) {
      met.add('answer in the same moment');
      const results = new Map<Foreseen, string>();
      const [at] = await Promise.all([
        strike(),
        ...answering.map(async (one) => void results.set(one, await answer(one))),
      ]);
      for (const one of foreseen)
        if (results.has(one)) one.clockAtWith(at, results.get(one)!);
        else one.clockAt(at);
    } else {
      for (const one of answering) one.state = await answer(one);
      await hear();
      const at = await strike();
      for (const one of foreseen) one.clockAt(at);
    }
    await hear();
  }

  return {
    store,
    foreseen: foreseen as readonly Foreseen[],
    met: met as ReadonlySet<string>,
    nexts: nexts as ReadonlyMap<string, string>,
    projections: () => running[0]!.projections.filter(({ prefixes }) => prefixes.includes('referral-')),
    /** As after the loss of every checkpoint: all of it is heard from the beginning, and the clock is asked. */
    async hearAgain() {
      for (const event of store.log.slice()) await reactAll(running[0]!.workflows, event);
      await strike();
    },
    async run() {
      for (let n = 0; n < STEPS; n++) {
        const due = Math.min(referrals, Math.ceil((referrals * (n + 1)) / (STEPS / 2)));
        while (foreseen.length < due) await send();
        await hear();
        await step();
      }
      // Until after the last deadline: whoever was never answered has expired by then.
      now += 30 * 24 * HOUR;
      const at = await strike();
      for (const one of foreseen) one.clockAt(at);
      await hear();
    },
  };
}
