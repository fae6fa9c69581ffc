/** What is published for ever: no room for free text, a golden example that still reads, one version in each name. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';

const folder = new URL('../../../schema/events/', import.meta.url).pathname;

interface Schema {
  readonly title?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly public?: boolean;
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly examples?: readonly unknown[];
  readonly description?: string;
}

const services = await readdir(folder);
const files = (
  await Promise.all(
    services.map(async (service) =>
      (
        await readdir(join(folder, service))
      ).map((file) => ({ service, file, path: join(folder, service, file) })),
    ),
  )
).flat();
const schemas = await Promise.all(
  files.map(async (file) => ({ ...file, schema: JSON.parse(await readFile(file.path, 'utf8')) as Schema })),
);

/** Formats that leave no room for words. */
const closed = new Set(['id', 'date-time', 'reference', 'digest', 'external-id']);
const ajv = new Ajv2020({ strictSchema: false, allErrors: true });
for (const format of closed) ajv.addFormat(format, true);
ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

/** Every place in a schema that would take text of one's own, as a path. */
function openTexts(schema: Schema, service: string, path = ''): string[] {
  if (schema.type === 'object')
    return [
      ...(schema.additionalProperties === false ? [] : [`${path} takes any field`]),
      ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
        openTexts(field, service, `${path}.${name}`),
      ),
    ];
  if (schema.type === 'array') return schema.items ? openTexts(schema.items, service, `${path}[]`) : [path];
  if (schema.type === 'integer' || schema.type === 'boolean') return [];
  if (schema.type !== 'string') return [`${path} has no known type`];
  const bounded = schema.enum !== undefined || (schema.format !== undefined && closed.has(schema.format));
  const published = schema.public === true && service === 'registry';
  return bounded || published ? [] : [path];
}

describe.each(schemas)('$service/$file', ({ service, file, schema }) => {
  it('has no room for free text', () => {
    expect(openTexts(schema, service)).toEqual([]);
  });

  it('names its version, and says what every field means', () => {
    expect(file).toBe(`${schema.title}.json`);
    expect(schema.title).toMatch(/^[A-Z][A-Za-z]+\.v\d+$/);
    const silent = Object.entries(schema.properties ?? {}).filter(
      ([, field]) => !field.description && field.type !== 'object',
    );
    expect(silent).toEqual([]);
  });

  it('still reads its golden example', () => {
    expect(schema.examples).toHaveLength(1);
    const reads = ajv.compile(schema);
    reads(schema.examples![0]);
    expect(reads.errors ?? []).toEqual([]);
  });
});

it('would notice free text, a stranger’s field and an unknown shape', () => {
  const note = { type: 'string', maxLength: 500 };
  const bad = { type: 'object', properties: { note, any: {}, list: { type: 'array', items: note } } };
  expect(openTexts(bad as Schema, 'referrals')).toEqual([
    ' takes any field',
    '.note',
    '.any has no known type',
    '.list[]',
  ]);
  expect(openTexts({ ...note, public: true } as Schema, 'referrals')).toEqual(['']);
  expect(openTexts({ ...note, public: true } as Schema, 'registry')).toEqual([]);
});
