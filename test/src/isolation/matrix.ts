/** The network with its scenario and its viewers signed in, ready to be looked at by every way. */
import { composeSupergraph } from '@stezhka/gateway';
import { subgraphSdls } from '@stezhka/local';
import { type Acting, actEverywhere } from './act-everywhere.js';
import { type Disclosing, discloseEverything } from './disclosures.js';
import { enterFresh } from './fresh.js';
import { lookEverywhere, type Round } from './generate.js';
import {
  type House,
  type HouseOptions,
  type Openings,
  type ServiceName,
  type Subgraphs,
  startHouse,
} from './house.js';
import { type Findings, noFindings } from './judge.js';
import { gatewayPath, signIn, subgraphPaths, type Tokens } from './paths.js';
import { policiesOf, readAllRows } from './rows-everywhere.js';
import { enterScenario, type Scenario } from './scenario.js';
import { classifiedFields, readableSchema } from './schema-fields.js';
import { type Subjects, subjectsOf } from './subjects.js';
import { type ViewerKey, viewerKeys } from './viewers.js';

export interface Look extends Partial<Pick<Round, 'passOver' | 'shortPages' | 'viewers'>> {
  /** Through the gateway as well as past it. */
  readonly gateway?: boolean;
  readonly openings?: Openings;
}

export interface ActLook extends Partial<Pick<Acting, 'tries' | 'viewers'>> {
  readonly gateway?: boolean;
  readonly openings?: Openings;
  /** Whether each is done in the end by somebody who may. */
  readonly done?: boolean;
}

export interface DisclosureLook extends Pick<Disclosing, 'tries'> {
  readonly gateway?: boolean;
  readonly openings?: Openings;
}

export interface Matrix {
  readonly house: House;
  readonly scenario: Scenario;
  readonly subjects: Subjects;
  readonly tokens: Tokens;
  look(look: Look): Promise<Findings>;
  act(act: ActLook): Promise<Findings>;
  disclose(disclosure: DisclosureLook): Promise<Findings>;
  /** The tables as row security shows them. */
  readRows(): Promise<Findings>;
  stop(): Promise<void>;
}

const AN_HOUR = 3_600_000;

export async function startedMatrix(options: HouseOptions = {}): Promise<Matrix> {
  const house = await startHouse(options);
  try {
    return await madeIn(house);
  } catch (error) {
    await house.stop();
    throw error;
  }
}

async function madeIn(house: House): Promise<Matrix> {
  const scenario = await enterScenario(house.network);
  const tokens = await signIn(house, viewerKeys);
  const subjects = subjectsOf(scenario);
  const classes = classifiedFields();
  const composed = readableSchema(composeSupergraph(subgraphSdls()));

  const pathsTo = (open: Subgraphs, gateway: boolean) => {
    const past = subgraphPaths(open, tokens).map((path) => ({
      path,
      schema: house.network.running[path.name as ServiceName].subgraph.schema,
    }));
    return gateway ? [{ path: gatewayPath(house, tokens), schema: composed }, ...past] : past;
  };
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
    await Promise.all(Object.values(open).map((subgraph) => subgraph.stop()));
  };

  return {
    house,
    scenario,
    subjects,
    tokens,
    async look({ gateway = false, openings = {}, viewers = viewerKeys, ...how }) {
      const findings = noFindings();
      const round = { classes, subjects, scenario, findings, ...how };
      await inTurn(viewers, openings, (open, now) =>
        lookEverywhere({ ...round, paths: pathsTo(open, gateway), viewers: now }),
      );
      return findings;
    },
    async act({ gateway = false, openings = {}, viewers = viewerKeys, done = false, ...how }) {
      const findings = noFindings();
      const fresh = await enterFresh(house.network, scenario);
      const { head } = house.network.stores.events;
      await inTurn(viewers, openings, (open, now) => {
        const everybody = now.length > 1;
        const paths = pathsTo(open, gateway);
        return actEverywhere({
          ...{ paths, fresh, viewers: now, findings, head, ...how },
          done: done && everybody,
        });
      });
      return findings;
    },
    async disclose({ gateway = false, openings = {}, tries }) {
      const findings = noFindings();
      const { head } = house.network.stores.events;
      await inTurn(viewerKeys, openings, async (open, viewers) => {
        for (const { path, schema } of pathsTo(open, gateway))
          if (schema.getMutationType()?.getFields().discloseReferral)
            await discloseEverything({
              ...{ path, schema, subjects, viewers, findings, head },
              ...(tries ? { tries } : {}),
            });
      });
      return findings;
    },
    async readRows() {
      const findings = noFindings();
      await readAllRows(house, scenario, await policiesOf(house), viewerKeys, findings);
      return findings;
    },
    stop: () => house.stop(),
  };
}
