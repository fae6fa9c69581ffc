import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { trustedDocuments } from './trusted-documents.js';

const text = 'query Inbox { inbox { total } }';
const id = createHash('sha256').update(text).digest('hex');

it('gives a text by the digest of it, and nothing by anything else', () => {
  const documents = trustedDocuments(JSON.stringify({ [id]: text }));
  expect(documents.find(id)).toBe(text);
  for (const other of ['', 'x', id.toUpperCase(), `${id} `, '__proto__', 'constructor', text])
    expect(documents.find(other)).toBeUndefined();
});

it.each(['', '[]', 'null', '"x"', '{', JSON.stringify({ [id]: `${text} ` }), JSON.stringify({ [id]: 1 })])(
  'does not begin with the manifest %j',
  (manifest) => {
    expect(() => trustedDocuments(manifest)).toThrow(
      expect.objectContaining({ name: 'UntrustworthyManifest' }),
    );
  },
);

it('takes the manifest that is published, one operation in each document', async () => {
  const published = new URL('../../../../schema/operations/portal.json', import.meta.url);
  const manifest = await readFile(published, 'utf8');
  const documents = trustedDocuments(manifest);
  for (const known of Object.keys(JSON.parse(manifest))) {
    const { definitions } = parse(documents.find(known) ?? '');
    expect(definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)).toHaveLength(1);
  }
});
