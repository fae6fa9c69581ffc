/** The network with its scenario and its viewers signed in, ready to be looked at by every way. */
import { subgraphSdls, supergraphOf } from '@stezhka/local';
import type { Pathway } from '@stezhka/vocabulary';
import { type Acting, actEverywhere } from './act-everywhere.js';
import { type AskingAbout, askWithEveryCode } from './askings.js';
import { type Disclosing, discloseEverything } from './disclosures.js';
import { enterFresh } from './fresh.js';
import { lookEverywhere, type Round } from './generate.js';
import { type House, type Openings, type ServiceName, type Subgraphs, startHouse } from './house.js';
import { type Findings, noFindings } from './judge.js';
import { listenEverywhere, pastGateway, throughGateway } from './listening.js';
import { gatewayPath, signIn, subgraphPaths, type Tokens } from './paths.js';
import { type Policy, policiesOf, readAllRows } from './rows-everywhere.js';
import { compareActs, compareEntities, compareQueries, idArguments, pairsAlike } from './same-answer.js';
import { enterScenario, type Scenario } from './scenario.js';
import { enterPastMonth } from './scenario.months.js';
import { openAndIsolated } from './scenario.routes.js';
import { classifiedFields, readableSchema } from './schema-fields.js';
import { type Subjects, subjectsOf } from './subjects.js';
import { type ViewerKey, viewerKeys } from './viewers.js';

/** One service alone is asked; all if absent. */
interface Only {
  readonly only?: ServiceName | undefined;
}

export interface Look
  extends Only,
    Partial<Pick<Round, 'passOver' | 'shortPages' | 'viewers' | 'chosen' | 'chosenById' | 'enough'>> {
  /** Address of a gateway to come through, instead of past it. */
  readonly gateway?: string | undefined;
  readonly openings?: Openings;
}

export interface ActLook extends Only, Partial<Pick<Acting, 'tries' | 'viewers' | 'enough' | 'chosen'>> {
  /** Address of a gateway to come through as well. */
  readonly gateway?: string | undefined;
  readonly openings?: Openings;
  /** Whether each is done in the end by somebody who may. */
  readonly done?: boolean;
  /** What is acted on; made for this on these pathways if absent. */
  readonly fresh?: Acting['fresh'];
  readonly on?: readonly ['general', ...Pathway[]];
}

export interface DisclosureLook extends Only, Pick<Disclosing, 'tries' | 'someShut' | 'enough'> {
  /** Which questions come through the gateway in a shortened run; all of them if absent. */
  readonly chosen?: () => boolean;
  /** Address of a gateway to come through as well. */
  readonly gateway?: string | undefined;
  readonly openings?: Openings;
}

export interface AskLook extends Only, Pick<AskingAbout, 'tries'> {
  /** Address of a gateway to come through as well. */
  readonly gateway?: string | undefined;
  readonly openings?: Openings;
}

export interface Compared {
  readonly findings: Findings;
  /** Arguments that take an id and that nobody asked with. */
  readonly neverCompared: readonly string[];
}

export interface Matrix {
  readonly house: House;
  readonly scenario: Scenario;
  readonly subjects: Subjects;
  readonly tokens: Tokens;
  look(look: Look): Promise<Findings>;
  act(act: ActLook): Promise<Findings>;
  disclose(disclosure: DisclosureLook): Promise<Findings>;
  /** How referrals stand, with every code that was given. */
  ask(asking: AskLook): Promise<Findings>;
  /** Open streams while things happen: through this gateway, or past it. */
  listen(listening: { readonly gateway?: string; readonly openings?: Openings }): Promise<Findings>;
  /** Another's thing and none, at every argument that takes an id. */
  compare(through: string, chosen?: () => boolean): Promise<Compared>;
  /** The tables as row security shows them. */
  readRows(policies?: readonly Policy[]): Promise<Findings>;
  stop(): Promise<void>;
}

const AN_HOUR = 3_600_000;

export async function startedMatrix(): Promise<Matrix> {
  const house = await startHouse();
  try {
    return await madeIn(house);
  } catch (error) {
    await house.stop();
    throw error;
  }
}

async function madeIn(house: House): Promise<Matrix> {
  const scenario = await enterScenario(house.network);
  await enterPastMonth(house, scenario.actors.receiver);
  const tokens = await signIn(house, viewerKeys);
  const subjects = subjectsOf(scenario);
  const classes = classifiedFields();
  const composed = readableSchema(await supergraphOf(subgraphSdls()));

  const pathsPast = (open: Subgraphs, only?: ServiceName) =>
    subgraphPaths(open, tokens)
      .filter(({ name }) => only === undefined || name === only)
      .map((path) => ({
        path,
        schema: house.network.running[path.name as ServiceName].subgraph.schema,
      }));
  const pathThrough = (gateway: string | undefined) =>
    gateway ? [{ path: gatewayPath(gateway, tokens), schema: composed }] : [];
  /** First as everybody else, then as whose token has expired: that is by the clock alone. */
  const inTurn = async (
    viewers: readonly ViewerKey[],
    openings: Openings,
    run: (open: Subgraphs, now: readonly ViewerKey[]) => Promise<void>,
  ) => {
    const open = house.open(openings);
    const late = viewers.filter((one) => one === 'expired');
    house.clock.ahead = AN_HOUR;
    if (late.length > 0) await run(open, late);
    house.clock.ahead = 0;
    await run(
      open,
      viewers.filter((one) => one !== 'expired'),
    );
    await open.stop();
  };

  return {
    house,
    scenario,
    subjects,
    tokens,
    async look({ gateway, only, openings = {}, viewers = viewerKeys, ...how }) {
      const findings = noFindings();
      const round = { classes, subjects, scenario, findings, ...how };
      await inTurn(viewers, openings, (open, now) =>
        lookEverywhere({
          ...round,
          paths: gateway ? pathThrough(gateway) : pathsPast(open, only),
          viewers: now,
        }),
      );
      return findings;
    },
    async act({
      gateway,
      only,
      openings = {},
      viewers = viewerKeys,
      done = false,
      on = openAndIsolated,
      ...how
    }) {
      const findings = noFindings();
      const fresh = how.fresh ?? (await enterFresh(house.network, scenario, on));
      const { settled, stores } = house.network;
      const { head } = stores.events;
      await inTurn(viewers, openings, (open, now) => {
        const everybody = now.length > 1;
        const paths = [...pathThrough(gateway), ...pathsPast(open, only)];
        return actEverywhere({
          ...{ paths, viewers: now, findings, head, settled, ...how, fresh },
          done: done && everybody,
        });
      });
      return findings;
    },
    async disclose({ gateway, only, openings = {}, chosen = () => true, ...how }) {
      const findings = noFindings();
      const { head } = house.network.stores.events;
      const { tries = () => true } = how;
      await inTurn(viewerKeys, openings, async (open, viewers) => {
        const round = { subjects, viewers, findings, head, ...how };
        for (const { path, schema } of pathThrough(gateway))
          await discloseEverything({ ...round, path, schema, tries: (...one) => tries(...one) && chosen() });
        for (const { path, schema } of pathsPast(open, only))
          if (schema.getMutationType()?.getFields().discloseReferral)
            await discloseEverything({ ...round, path, schema });
      });
      return findings;
    },
    async ask({ gateway, only, openings = {}, ...how }) {
      const findings = noFindings();
      await inTurn(viewerKeys, openings, async (open, viewers) => {
        for (const { path, schema } of [...pathThrough(gateway), ...pathsPast(open, only)])
          if (schema.getMutationType()?.getFields().askReferralStatus)
            await askWithEveryCode({ path, schema, scenario, viewers, findings, ...how });
      });
      return findings;
    },
    async listen({ gateway, openings = {} }) {
      const findings = noFindings();
      const open = house.open(openings);
      await listenEverywhere({
        way: gateway ? throughGateway(gateway, tokens) : pastGateway(open, tokens),
        // That a stream ends with its token is proved where streams are.
        viewers: viewerKeys.filter((viewer) => viewer !== 'expired'),
        findings,
        happen: () => enterFresh(house.network, scenario, openAndIsolated),
      });
      await open.stop();
      return findings;
    },
    async compare(through, chosen) {
      const findings = noFindings();
      const compared = new Set<string>();
      const known = new Set<string>();
      const alike = await pairsAlike(house.network, scenario);
      for (const { path, schema } of [...pathThrough(through), ...pathsPast(house.open({}))]) {
        const comparing = { path, schema, scenario, subjects, findings, compared, chosen };
        for (const argument of idArguments(schema)) known.add(argument);
        await compareQueries(comparing);
        if (path.name !== 'gateway') await compareEntities(comparing);
        if (path.name !== 'gateway') for (const pair of alike) await compareActs(comparing, pair);
      }
      return { findings, neverCompared: [...known].filter((one) => !compared.has(one)) };
    },
    async readRows(policies) {
      const findings = noFindings();
      await readAllRows(house, scenario, policies ?? (await policiesOf(house)), viewerKeys, findings);
      return findings;
    },
    stop: () => house.stop(),
  };
}
