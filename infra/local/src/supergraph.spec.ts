import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { subgraphSdls } from './generate/sdl.js';
import { supergraphOf } from './supergraph.js';

const generated = () => readFile(new URL('../../../schema/sdl/supergraph.graphql', import.meta.url), 'utf8');

describe('the supergraph', () => {
  it('is the generated one where the subgraphs are those that it was generated from', async () => {
    expect(await supergraphOf(subgraphSdls())).toBe(await generated());
  });

  it('is composed anew as soon as one of them says something else', async () => {
    const changed = subgraphSdls().map(({ name, sdl }) => ({
      name,
      sdl: name === 'registry' ? `${sdl}\nextend type Query { addedSince: Int }\n` : sdl,
    }));
    expect(await supergraphOf(changed)).toContain('addedSince: Int');
    expect(await generated()).not.toContain('addedSince');
  });
});
