/** The network with its scenario and its viewers signed in, ready to be looked at by every way. */
import { composeSupergraph } from '@stezhka/gateway';
import { subgraphSdls } from '@stezhka/local';
import { lookEverywhere, type Round } from './generate.js';
import { type House, type HouseOptions, type Openings, type ServiceName, startHouse } from './house.js';
import { type Findings, noFindings } from './judge.js';
import { gatewayPath, signIn, subgraphPaths, type Tokens } from './paths.js';
import { enterScenario, type Scenario } from './scenario.js';
import { classifiedFields, readableSchema } from './schema-fields.js';
import { type Subjects, subjectsOf } from './subjects.js';
import { type ViewerKey, viewerKeys } from './viewers.js';

export interface Look extends Partial<Pick<Round, 'passOver' | 'shortPages' | 'viewers'>> {
  /** Through the gateway as well as past it. */
  readonly gateway?: boolean;
  readonly openings?: Openings;
}

export interface Matrix {
  readonly house: House;
  readonly scenario: Scenario;
  readonly subjects: Subjects;
  readonly tokens: Tokens;
  look(look: Look): Promise<Findings>;
  stop(): Promise<void>;
}

const AN_HOUR = 3_600_000;

export async function startedMatrix(options: HouseOptions = {}): Promise<Matrix> {
  const house = await startHouse(options);
  const scenario = await enterScenario(house.network);
  const tokens = await signIn(house, viewerKeys);
  const subjects = subjectsOf(scenario);
  const classes = classifiedFields();
  const composed = readableSchema(composeSupergraph(subgraphSdls()));

  return {
    house,
    scenario,
    subjects,
    tokens,
    async look({ gateway = false, openings = {}, viewers = viewerKeys, ...how }) {
      const findings = noFindings();
      const open = house.open(openings);
      const past = subgraphPaths(open, tokens).map((path) => ({
        path,
        schema: house.network.running[path.name as ServiceName].subgraph.schema,
      }));
      const paths = gateway ? [{ path: gatewayPath(house, tokens), schema: composed }, ...past] : past;
      const round = { paths, classes, subjects, scenario, ...how, record: findings };
      await lookEverywhere({ ...round, viewers: viewers.filter((one) => one !== 'expired') });
      // A token expires by the clock alone.
      house.clock.ahead = AN_HOUR;
      const late: readonly ViewerKey[] = viewers.filter((one) => one === 'expired');
      await lookEverywhere({ ...round, viewers: late });
      house.clock.ahead = 0;
      await Promise.all(Object.values(open).map((subgraph) => subgraph.stop()));
      return findings;
    },
    stop: () => house.stop(),
  };
}
