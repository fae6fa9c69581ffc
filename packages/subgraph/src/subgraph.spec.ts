import { describe, expect, it } from '@jest/globals';
import { composeServices } from '@theguild/federation-composition';
import { IsOptional, MaxLength } from 'class-validator';
import { parse } from 'graphql';
import { Arg, Directive, Field, ID, InputType, ObjectType, Query, Resolver } from 'type-graphql';
import { Classified, classesOf, unclassifiedFields } from './data-class.js';
import { byClass, createSubgraph } from './subgraph.js';
import { hearing } from './testing/heard.js';
import { directory, post } from './testing/toy-subgraphs.js';

const subgraphs = [directory(), post()];
const [one, other] = subgraphs;

describe('two subgraphs of one process', () => {
  it('contain each what its own resolvers reach', () => {
    const own = (sdl = '') =>
      [...sdl.matchAll(/^(?:type|input|enum|scalar) (\w+)/gm)].map(([, name]) => name).sort();
    expect(own(one?.sdl)).toEqual([
      'Actor',
      'Address',
      'Colour',
      'DateTime',
      'Mutation',
      'NewActor',
      'Query',
      'Receipt',
      'Urgency',
    ]);
    expect(own(other?.sdl)).toEqual(['Actor', 'Letter', 'Mutation', 'Query', 'Receipt']);
  });

  it('are the same when they are built again', () => {
    expect([directory().sdl, post().sdl]).toEqual(subgraphs.map(({ sdl }) => sdl));
  });

  it('compose into one graph in which every field keeps its class', () => {
    const composed = composeServices(
      subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}.example` })),
    );
    expect(composed.errors).toBeUndefined();
    const whole = classesOf(composed.supergraphSdl ?? '');
    for (const { sdl } of subgraphs)
      for (const [field, fieldClass] of classesOf(sdl))
        expect([field, whole.get(field)]).toEqual([field, fieldClass]);
    expect(unclassifiedFields(composed.supergraphSdl ?? '')).toEqual([]);
  });

  it('answer each with its own class of one name', async () => {
    const { ask } = hearing(post());
    expect((await ask('{ letters { id text from { __typename id } } }')).data).toEqual({
      letters: [{ id: 'l1', text: 'Dear l1', from: { __typename: 'Actor', id: 'one' } }],
    });
    expect((await ask('{ letters { from { name } } }')).errors?.[0]?.extensions?.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it('turn values inside into what they are called outside, and back', async () => {
    const { ask } = hearing(directory());
    expect((await ask('{ actor(id: "one") { colours } }')).data).toEqual({ actor: { colours: ['red'] } });
    const input = {
      name: 'Oak',
      colour: 'green',
      since: '2022-08-31T09:30:00+03:00',
      addresses: [{ street: 'High' }],
    };
    const added = 'mutation ($input: NewActor!) { addActor(input: $input) { id revision after } }';
    expect((await ask(added, { input })).data).toEqual({
      addActor: {
        id: 'Oak GREEN 2022-08-31T06:30:00.000Z',
        revision: '3',
        after: expect.stringMatching(/^[\w-]{48}$/),
      },
    });
  });
});

describe('a build fails', () => {
  const build = (resolver: object, references = {}) =>
    createSubgraph({
      name: 'toy',
      resolvers: [resolver.constructor],
      instances: byClass(resolver),
      references,
    });

  it('on a field without a class, a root field too', () => {
    @ObjectType()
    class Open {
      @Field(() => ID)
      id!: string;
    }
    @Resolver()
    class OpenResolver {
      @Query(() => Open)
      open(): Open {
        return { id: 'x' };
      }
    }
    expect(() => build(new OpenResolver())).toThrow('toy: field without a class: Query.open, Open.id');
  });

  it('on a class that is none', () => {
    expect(
      unclassifiedFields('type Query { a: Int @dataClass(class: "C9") b: Int @dataClass(class: "C0") }'),
    ).toEqual(['Query.a']);
    expect(unclassifiedFields('extend interface Node { a: Int }')).toEqual(['Node.a']);
  });

  it('on a text, a list or a nested input that nobody looks at', () => {
    @InputType()
    class Inner {
      @Field(() => String)
      @IsOptional()
      free!: string;
    }
    @InputType()
    class Parent {
      @Field(() => [ID])
      inherited!: string[];
    }
    @InputType()
    class Outer extends Parent {
      @Field(() => ID)
      id!: string;

      @Field(() => String)
      @MaxLength(5)
      short!: string;

      @Field(() => Inner)
      inner!: Inner;
    }
    @Resolver()
    class InputResolver {
      @Query(() => ID)
      @Classified('PUBLIC')
      take(@Arg('outer', () => Outer) outer: Outer): string {
        return outer.id;
      }
    }
    expect(() => build(new InputResolver())).toThrow(
      'toy: input without a validator: Inner.free, Outer.inner, Parent.inherited',
    );
  });

  it('on an entity that nobody authorises, and on a reference to none', () => {
    @ObjectType()
    @Directive('@key(fields: "id")')
    class Thing {
      @Field(() => ID)
      @Classified('PUBLIC')
      id!: string;
    }
    @Resolver()
    class ThingResolver {
      @Query(() => Thing)
      @Classified('PUBLIC')
      thing(): Thing {
        return { id: 'x' };
      }
    }
    const reference = async () => null;
    expect(() => build(new ThingResolver())).toThrow('entity without a reference: Thing');
    expect(() => build(new ThingResolver(), { Thing: reference, Other: reference })).toThrow(
      'reference of no resolvable entity: Other',
    );
    expect(build(new ThingResolver(), { Thing: reference }).name).toBe('toy');
  });

  it('on a resolver that nobody made', () => {
    class Unmade {}
    expect(() => createSubgraph({ name: 'toy', resolvers: [Unmade], instances: new Map() })).toThrow(
      'toy: no instance of Unmade',
    );
  });
});
