/**
 * One service's part of the graph, from its resolver classes. Services that share a process share type-graphql's
 * store of metadata as well: what a schema contains is what its own resolvers reach, and nothing by name.
 */
import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import type { Stream } from '@stezhka/event-stream';
import { type GraphQLSchema, parse, specifiedDirectives } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { dataClassDirective, unclassifiedFields } from './data-class.js';
import { guardEntities, type References, referenceResolvers } from './references.js';
import type { RequestContext } from './request-context.js';
import { unguardedInputs } from './unguarded-inputs.js';
import { validateInput } from './validated-input.js';

// biome-ignore lint/complexity/noBannedTypes: it is what type-graphql calls a class.
type Class = Function;

export interface SubgraphDefinition {
  /** As the gateway knows it: the service's name. */
  readonly name: string;
  readonly resolvers: readonly Class[];
  /** The resolvers' instances, made by the composition root; see {@link byClass}. */
  readonly instances: { get(resolver: Class): unknown };
  /** Types that no resolver reaches and that the schema has nevertheless. */
  readonly orphanedTypes?: readonly Class[];
  /** By name of the subscription: what is told in it. */
  readonly streams?: Streams;
  /** By name of the entity: how the gateway gets one by its key. */
  readonly references?: References;
}

/** Opens a stream for whoever asks; what it gives is the root of each result. @throws Refusal */
export type Streams = Readonly<Record<string, (context: RequestContext) => Promise<Stream<unknown>>>>;

/** Stands in type-graphql's decorator, which knows no instance: what is told comes from `streams`. */
export function toldInStream(): never {
  throw new Error('a subscription that was not given its stream');
}

export interface Subgraph {
  readonly name: string;
  /** Executable, with the fields that federation adds. */
  readonly schema: GraphQLSchema;
  /** What composition reads. */
  readonly sdl: string;
}

const FEDERATION = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@composeDirective"])
  @link(url: "https://stezhka.example/dataClass/v1.0", import: ["@dataClass"])
  @composeDirective(name: "@dataClass")
`;

/**
 * @throws Error naming what is wrong with the schema: a field without a class, an input that takes anything, an
 * entity that nobody authorises, a resolver without an instance, a subscription without a stream
 */
export function createSubgraph(definition: SubgraphDefinition): Subgraph {
  const { name, resolvers, instances, orphanedTypes = [], references = {}, streams = {} } = definition;
  for (const resolver of resolvers)
    if (!instances.get(resolver)) throw new Error(`${name}: no instance of ${resolver.name}`);
  const own = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<Class>,
    // Absent, it would mean every type of every service in the process.
    orphanedTypes: [...orphanedTypes],
    container: { get: (resolver) => instances.get(resolver) },
    directives: [...specifiedDirectives, dataClassDirective],
    // Demanded as soon as there is a subscription; nobody publishes anything.
    pubSub: { publish: toldInStream, subscribe: toldInStream },
    // Checked once, with what federation adds.
    skipCheck: true,
    validateFn: validateInput,
  });
  refuse(name, 'input without a validator', unguardedInputs(resolvers));
  const sdl = `${FEDERATION}\n${printSubgraphSchema(own)}\n`;
  refuse(name, 'field without a class', unclassifiedFields(sdl));
  const resolverMap = createResolversMap(own) as Record<string, Record<string, unknown>>;
  for (const [entity, reference] of Object.entries(referenceResolvers(own, references)))
    resolverMap[entity] = { ...resolverMap[entity], ...reference };
  const unheard = Object.keys(own.getSubscriptionType()?.getFields() ?? {}).filter((one) => !streams[one]);
  refuse(name, 'subscription in which nothing is told', unheard);
  for (const [field, open] of Object.entries(streams)) {
    const resolver = resolverMap.Subscription?.[field] as object;
    resolverMap.Subscription = {
      ...resolverMap.Subscription,
      [field]: {
        ...resolver,
        subscribe: (_: unknown, __: unknown, context: RequestContext) => open(context),
      },
    };
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolverMap as never }]);
  guardEntities(schema);
  return { name, schema, sdl };
}

/** Resolvers under their classes, as `instances` wants them. */
export function byClass(...resolvers: readonly object[]): Map<Class, object> {
  return new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
}

function refuse(subgraph: string, fault: string, coordinates: readonly string[]): void {
  if (coordinates.length > 0) throw new Error(`${subgraph}: ${fault}: ${coordinates.join(', ')}`);
}
