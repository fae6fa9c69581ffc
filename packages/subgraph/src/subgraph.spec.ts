import { describe, expect, it } from '@jest/globals';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { classesOf, unclassifiedFields } from './data-class.js';
import { directory, post } from './testing/toy-subgraphs.js';

const [one, other] = [directory(), post()];

describe('two subgraphs of one process', () => {
  it('contain each what its own resolvers reach', () => {
    console.log(one.sdl, other.sdl);
    expect(Object.keys(one.schema.getTypeMap())).not.toContain('Letter');
    expect(Object.keys(other.schema.getTypeMap())).not.toContain('NewActor');
  });

  it('compose', () => {
    const composed = composeServices(
      [one, other].map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}.invalid` })),
    );
    expect(composed.errors).toBeUndefined();
    console.log(composed.supergraphSdl);
  });

  it('say the class of every field', () => {
    expect(unclassifiedFields(one.sdl)).toEqual([]);
    expect(classesOf(other.sdl).get('Letter.text_')).toBe('C3');
  });
});
