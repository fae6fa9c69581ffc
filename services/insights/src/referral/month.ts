/**
 * A month in numbers: every referral once. First all of them by how they stand; then each of these standings by itself, on
 * the one hand by how far they came, on the other by oblast and service. Of a standing whose number is hidden nothing
 * more is told. So no two tables share anything but a number that is told, and what is hidden in one of them is helped
 * by none of the others.
 */
import { oblasts } from '@stezhka/vocabulary';
import { mappedServices } from '../on-the-map.js';
import type { ReferralStepRow, SentReferralRow, Step } from '../rows.js';
import { crossTableOf, lineOf, type Protection, suppress, type Told } from '../suppression/index.js';
import { type Times, timesOf } from './times.js';

export type Counted = Pick<
  SentReferralRow,
  'referral_id' | 'oblast' | 'service' | 'sent_at' | 'acknowledge_by' | 'decide_by'
>;
export type CountedStep = Pick<ReferralStepRow, 'referral_id' | 'step' | 'occurred_at'>;

/** How far a referral came, by how it stands. `unanswered`: nobody said anything; without response: nobody decided in time. */
const stagesOf = {
  unanswered: ['unanswered'],
  underWay: ['acknowledged', 'accepted'],
  noResponse: ['expired_unheard', 'expired_acknowledged'],
  ended: ['served', 'closed', 'taken_back'],
} as const;
type Standing = keyof typeof stagesOf;
type Stage = (typeof stagesOf)[Standing][number];
const standings = Object.keys(stagesOf) as Standing[];

/** Null: hidden, because it is of too few people, or because it would give a hidden one away. */
export interface Numbers {
  readonly sent: Told;
  readonly unanswered: Told;
  readonly open: Told;
  readonly acknowledged: Told;
  readonly decided: Told;
  readonly served: Told;
  readonly takenBack: Told;
  readonly noResponse: Told;
}

/** As in `Numbers`. */
export interface NumbersOf {
  /** Null: all of them. */
  readonly oblast: SentReferralRow['oblast'] | null;
  readonly service: SentReferralRow['service'] | null;
  readonly unanswered: Told;
  readonly open: Told;
  readonly noResponse: Told;
  readonly ended: Told;
}

export interface MonthInNumbers {
  readonly all: Numbers;
  /** Every oblast with every service, each oblast, and each service. */
  readonly cells: readonly NumbersOf[];
  /** Null: of too few. */
  readonly untilAcknowledged: Times | null;
  readonly untilDecided: Times | null;
}

interface Went extends Counted {
  readonly stage: Stage;
  readonly steps: readonly CountedStep[];
}

/** `steps` in the order in which they were recorded. */
export function monthOf(
  referrals: readonly Counted[],
  steps: readonly CountedStep[],
  protection: Protection,
): MonthInNumbers {
  const went = followed(referrals, steps);
  const of = (standing: Standing) =>
    went.filter(({ stage }) => (stagesOf[standing] as readonly Stage[]).includes(stage));
  const [unanswered, underWay, noResponse, ended, sent] = suppress(
    lineOf(standings.map((standing) => of(standing).length)),
    protection,
  ) as [Told, Told, Told, Told, Told];
  const [, accepted] = stagesIn('underWay', of('underWay'), underWay, protection);
  const [, expiredAcknowledged] = stagesIn('noResponse', of('noResponse'), noResponse, protection);
  const [served, closed, takenBack] = stagesIn('ended', of('ended'), ended, protection);
  const all: Numbers = {
    ...{ sent, unanswered, noResponse, served: served!, takenBack: takenBack! },
    open: sumOf(unanswered, underWay),
    acknowledged: sumOf(underWay, expiredAcknowledged!, served!, closed!),
    decided: sumOf(accepted!, served!, closed!),
  };
  const counted = went.filter(({ stage }) => stage !== 'taken_back');
  return {
    all,
    cells: cellsOf({
      unanswered: tableOf(of('unanswered'), unanswered, protection),
      underWay: tableOf(of('underWay'), underWay, protection),
      noResponse: tableOf(of('noResponse'), noResponse, protection),
      ended: tableOf(of('ended'), ended, protection),
    }),
    untilAcknowledged: timesOf(all.acknowledged, counted, 'acknowledge_by', answering),
    untilDecided: timesOf(all.decided, counted, 'decide_by', deciding),
  };
}

/** Of one standing, by how far they came: nothing, where it is hidden how many they are. */
function stagesIn(
  standing: Standing,
  went: readonly Went[],
  told: Told,
  protection: Protection,
): readonly Told[] {
  const stages = stagesOf[standing];
  if (told === null) return stages.map(() => null);
  const parts = stages.map((one) => went.filter(({ stage }) => stage === one).length);
  return suppress(lineOf(parts), protection, [parts.length]);
}

type TellAt = (row: number, column: number) => Told;
const [everywhere, everything] = [oblasts.codes.length, mappedServices.length];

/** Of one standing, by oblast and service: nothing, where it is hidden how many they are. */
function tableOf(went: readonly Went[], told: Told, protection: Protection): TellAt {
  if (told === null) return () => null;
  const table = crossTableOf(
    everywhere,
    everything,
    went.map(({ oblast, service }) => ({
      row: oblasts.codes.indexOf(oblast),
      column: mappedServices.indexOf(service),
    })),
  );
  const shown = suppress(table, protection, [table.at(everywhere, everything)]);
  return (row, column) => shown[table.at(row, column)]!;
}

function cellsOf(tell: Readonly<Record<Standing, TellAt>>): NumbersOf[] {
  const cells = [...oblasts.codes, null].flatMap((oblast, row) =>
    [...mappedServices, null].map((service, column): NumbersOf => {
      const unanswered = tell.unanswered(row, column);
      const open = sumOf(unanswered, tell.underWay(row, column));
      const noResponse = tell.noResponse(row, column);
      return { oblast, service, unanswered, open, noResponse, ended: tell.ended(row, column) };
    }),
  );
  return cells.filter(({ oblast, service }) => oblast !== null || service !== null);
}

/** Whether anything is told of anybody. */
export function tellsOfSomebody({ oblast: _, service: __, ...told }: NumbersOf): boolean {
  return Object.values(told).some((number) => number !== null && number > 0);
}

const deciding: readonly Step[] = ['accepted', 'served', 'closed'];
/** A decision is an acknowledgement as well, where none came before. */
const answering: readonly Step[] = ['acknowledged', ...deciding];

function followed(referrals: readonly Counted[], steps: readonly CountedStep[]): Went[] {
  const stepsOf = new Map<string, CountedStep[]>(referrals.map(({ referral_id }) => [referral_id, []]));
  for (const step of steps) stepsOf.get(step.referral_id)?.push(step);
  return referrals.map((referral) => {
    const own = stepsOf.get(referral.referral_id)!;
    return { ...referral, steps: own, stage: stageAfter(own) };
  });
}

function stageAfter(steps: readonly CountedStep[]): Stage {
  return steps.reduce<Stage>((stage, { step }) => {
    // What ended stays as it ended; only what was decided may be corrected, and what expired be answered after all.
    if (step === 'taken_back') return isOver(stage) ? stage : 'taken_back';
    if (step === 'expired') return expired[stage] ?? stage;
    if (step === 'acknowledged') return stage === 'unanswered' || stage === 'expired_unheard' ? step : stage;
    return stage === 'taken_back' ? stage : step;
  }, 'unanswered');
}

/** What silence makes of a referral that waits. */
const expired: Partial<Record<Stage, Stage>> = {
  unanswered: 'expired_unheard',
  acknowledged: 'expired_acknowledged',
};

const isOver = (stage: Stage) => [...stagesOf.noResponse, 'served', 'closed'].some((over) => over === stage);

function sumOf(...parts: readonly Told[]): Told {
  return parts.reduce<Told>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
