// @ts-check
/**
 * What the portal may ask: types for its sources, and the manifest by which the gateway knows its documents. The
 * text of a document stays out of the bundle and off the wire; its SHA-256 is all that is sent.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { Kind, parse, print, visit } from 'graphql';

const portal = new URL('../', import.meta.url);
const supergraph = new URL('../../schema/sdl/supergraph.graphql', portal);
const manifest = new URL('../../schema/operations/portal.json', portal);
const generated = 'src/graph/generated/';

const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex');

/** Code lists stand as types in the vocabulary; the rest of the scalars are text. */
const codes = {
  AccessState: 'AccessState',
  ActorKind: undefined,
  AgeBand: 'AgeBand',
  AgreementForm: 'AgreementForm',
  AuthorityStatus: 'AuthorityStatus',
  Base: 'Base',
  CapacityScope: 'CapacityScope',
  CapacityState: 'CapacityState',
  Caution: undefined,
  Channel: 'Channel',
  CountryCode: 'CountryCode',
  DataClass: 'DataClass',
  DateTime: undefined,
  DeclineReason: 'DeclineReason',
  IntakeAnswer: 'IntakeAnswer',
  IntakeQuestion: 'IntakeQuestion',
  Language: 'Language',
  LawfulBasis: 'LawfulBasis',
  Modality: 'Modality',
  OblastCode: 'OblastCode',
  Operations: 'Operations',
  Outcome: 'Outcome',
  Pathway: 'Pathway',
  PermitRefusal: 'PermitRefusal',
  PersonLanguage: 'PersonLanguage',
  Purpose: 'Purpose',
  ReferralClock: 'SilenceClock',
  ReferralState: 'ReferralState',
  Role: 'Role',
  ServiceCode: 'ServiceCode',
  ServiceGroup: 'ServiceGroup',
  Sex: 'Sex',
  SilenceRung: 'SilenceRung',
  StorageKind: 'StorageKind',
  Unsuitable: undefined,
  Urgency: 'Urgency',
  WithdrawReason: 'WithdrawReason',
};

/** @param {string} sdl what a client sees of the supergraph: its types without the joins between subgraphs */
function clientSchema(sdl) {
  const ofFederation = (/** @type {string} */ name) => /^(join__|link)/.test(name);
  const drop = (/** @type {{ name: { value: string } }} */ { name }) =>
    ofFederation(name.value) ? null : undefined;
  return print(
    visit(parse(sdl), {
      Directive: () => null,
      DirectiveDefinition: () => null,
      [Kind.SCALAR_TYPE_DEFINITION]: drop,
      [Kind.ENUM_TYPE_DEFINITION]: drop,
    }),
  );
}

/** @returns {Promise<{ filename: string, content: string }[]>} */
async function generatedFiles() {
  const files = await generate(
    {
      cwd: fileURLToPath(portal),
      silent: true,
      schema: clientSchema(await readFile(supergraph, 'utf8')),
      documents: ['src/**/*.graphql'],
      generates: {
        [generated]: {
          preset: 'client',
          presetConfig: {
            fragmentMasking: false,
            skipIndexFile: true,
            persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: sha256 },
          },
          config: {
            useTypeImports: true,
            strictScalars: true,
            enumsAsTypes: true,
            scalars: {
              ID: 'string',
              ...Object.fromEntries(
                Object.entries(codes).map(([scalar, type]) => [
                  scalar,
                  type ? `@stezhka/vocabulary#${type}` : 'string',
                ]),
              ),
            },
          },
        },
      },
    },
    false,
  );
  const named = (/** @type {string} */ end) => {
    const file = files.find(({ filename }) => filename.endsWith(end));
    if (!file) throw new Error(`codegen wrote no ${end}`);
    return file.content;
  };
  return [
    ...(await apart(asUrqlSends(named('graphql.ts')))),
    { filename: fileURLToPath(manifest), content: trusted(named('persisted-documents.json')) },
  ];
}

/** @param {string} sources @returns {string} with documents in the form in which urql sends an id instead of a text */
function asUrqlSends(sources) {
  return sources.replaceAll(
    /\{"__meta__":\{"hash":("[0-9a-f]{64}")\}\}/g,
    '{"kind":"Document","definitions":[],"documentId":$1}',
  );
}

/**
 * Types in one file, documents by where they are asked: a page loads the ids of its own operations alone.
 * @param {string} sources @returns {Promise<{ filename: string, content: string }[]>}
 */
async function apart(sources) {
  const inGenerated = (/** @type {string} */ name) =>
    fileURLToPath(new URL(`${generated}${name}.ts`, portal));
  const documents = /^export const (\w+)(?:Document|FragmentDoc) = .*;$/gm;
  const lines = new Map([...sources.matchAll(documents)].map(([line, name]) => [name, line]));
  const types = sources.replaceAll(documents, '').replace(/^import type \{ TypedDocumentNode.*$/m, '');
  const files = [{ filename: inGenerated('graphql'), content: `${types.trim()}\n` }];
  for (const path of await readdir(new URL('src/', portal), { recursive: true })) {
    if (!path.endsWith('.graphql')) continue;
    const asked = parse(await readFile(new URL(`src/${path}`, portal), 'utf8')).definitions;
    const names = asked.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value] : []));
    if (names.length === 0) continue;
    const text = names.map((name) => lines.get(name ?? '')).join('\n');
    const used = [...new Set(text.match(/\b\w+(?:Query|Mutation|Variables)\b/g))].sort().join(', ');
    const imports = `import type { TypedDocumentNode as DocumentNode } from 'urql';\nimport type { ${used} } from './graphql.js';\n`;
    files.push({ filename: inGenerated(basename(path, '.graphql')), content: `${imports}${text}\n` });
  }
  return files;
}

/** @param {string} json @returns {string} the same, in an order of its own and proved to be named by hash */
function trusted(json) {
  const documents = Object.entries(/** @type {Record<string, string>} */ (JSON.parse(json)));
  for (const [id, text] of documents) if (sha256(text) !== id) throw new Error(`${id} is not its hash`);
  documents.sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  return `${JSON.stringify(Object.fromEntries(documents), null, 2)}\n`;
}

const files = await generatedFiles();
if (argv.includes('--check')) {
  for (const { filename, content } of files)
    if ((await readFile(filename, 'utf8').catch(() => '')) !== content) {
      console.error(
        `${filename} is not what the documents say: run \`npm run generate\` in services/portal.`,
      );
      exit(1);
    }
} else for (const { filename, content } of files) await writeFile(filename, content);
console.log(`${files.length} files of operations`);
