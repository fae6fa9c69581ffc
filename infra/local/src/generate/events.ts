/**
 * From the definitions beside the deciders to what is published: one JSON Schema with its golden example for each
 * version of each event, and the types that other services compile against.
 */
import { events as consent } from '@stezhka/consent/events';
import { events as referrals } from '@stezhka/referrals/events';
import { events as registry } from '@stezhka/registry/events';
import type { EventDefinition } from '@stezhka/schema';
import { compile } from 'json-schema-to-typescript';

/** A file to be written, relative to the `schema` package. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

interface NamedEvent {
  readonly service: string;
  readonly type: string;
  readonly definition: EventDefinition;
}

const families = { registry, consent, referrals };

export function allEvents(): NamedEvent[] {
  return Object.entries(families).flatMap(([service, events]) =>
    Object.entries(events as Record<string, EventDefinition>).map(([type, definition]) => ({
      service,
      type,
      definition,
    })),
  );
}

export async function generateEvents(): Promise<GeneratedFile[]> {
  const events = allEvents();
  const published = events.filter(({ definition }) => definition.published);
  return [...events.map(schemaFile), { path: 'src/published.generated.ts', text: await types(published) }];
}

function schemaFile({ service, type, definition }: NamedEvent): GeneratedFile {
  const { description, published, data, example } = definition;
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: type, description };
  const text = JSON.stringify({ ...schema, published, ...(data as object), examples: [example] }, null, 2);
  return { path: `events/${service}/${type}.json`, text: `${text}\n` };
}

async function types(events: readonly NamedEvent[]): Promise<string> {
  const parts = await Promise.all(
    events.map(({ type, definition }) =>
      compile(withoutBounds({ ...definition.data, description: definition.description }), typeName(type), {
        bannerComment: '',
        format: true,
        style: { singleQuote: true, printWidth: 110 },
      }),
    ),
  );
  const names = events.map(
    ({ type }) => `  | { readonly type: '${type}'; readonly data: ${typeName(type)} }`,
  );
  const head =
    '/** Generated from the services’ event definitions by `npm run generate`; not edited by hand. */\n';
  const union = `/** Every event that may be subscribed to from outside its service. */\nexport type PublishedEvent =\n${names.join('\n')};\n`;
  return `${head}\n${parts.join('\n')}\n${union}`;
}

const typeName = (type: string) => type.replace(/\.v(\d+)$/, 'V$1');

/** Bounds on lengths would come out as tuples. */
function withoutBounds<T>(schema: T): T {
  return JSON.parse(
    JSON.stringify(schema, (key, value) => (key === 'maxItems' || key === 'minItems' ? undefined : value)),
  );
}
