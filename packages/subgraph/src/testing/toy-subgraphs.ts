/**
 * Two invented services in one process, with what makes that hard: an entity of the same name in both, complete in
 * one and a stub in the other, a receipt that both share, an enum, inputs, and every way to fail.
 */
import type { Viewer } from '@stezhka/auth';
import { Refusal } from '@stezhka/vocabulary';
import { ArrayMaxSize, Length, ValidateNested } from 'class-validator';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { UrgencyScalar } from '../code-scalar.js';
import { Classified } from '../data-class.js';
import { DateTime } from '../date-time.js';
import { Receipt, toReceipt } from '../receipt.js';
import type { RequestContext } from '../request-context.js';
import { byClass, createSubgraph, type Subgraph } from '../subgraph.js';

export const Colour = { red: 'RED', green: 'GREEN' } as const;
registerEnumType(Colour, { name: 'Colour' });

@ObjectType('Actor', { description: 'An organisation, as its owner knows it.' })
@Directive('@key(fields: "id")')
class FullActor {
  @Field(() => ID)
  @Classified('PUBLIC')
  id!: string;

  @Field(() => String)
  @Classified('PUBLIC')
  name!: string;

  @Field(() => [Colour], { description: 'Enums inside are not what they are called outside.' })
  @Classified('C0')
  colours!: string[];
}

@InputType()
class Address {
  @Field(() => String)
  @Length(1, 20)
  street!: string;
}

@InputType()
class NewActor {
  @Field(() => String)
  @Length(1, 20)
  name!: string;

  @Field(() => Colour, { nullable: true })
  colour?: string;

  @Field(() => DateTime, { nullable: true })
  since?: Date;

  @Field(() => UrgencyScalar, { nullable: true })
  urgency?: string;

  @Field(() => ID, { nullable: true })
  partner?: string;

  @Field(() => [Address], { nullable: true })
  @ArrayMaxSize(2)
  @ValidateNested()
  addresses?: Address[];
}

const row = { id: 'one', name: 'Maple', colours: ['RED'] };

@Resolver(() => FullActor)
class DirectoryResolver {
  @Query(() => FullActor, { nullable: true })
  @Classified('PUBLIC')
  actor(@Arg('id', () => ID) id: string, @Ctx() { viewer }: RequestContext): FullActor | null {
    if (!viewer) throw new Refusal('UNAUTHENTICATED');
    return id === row.id ? row : null;
  }

  @Query(() => Int)
  @Classified('PUBLIC')
  fail(
    @Arg('how', () => String, { nullable: true }) how: string | null,
    @Arg('colour', () => Colour, { defaultValue: 'RED' }) _colour: string,
  ): number {
    if (how === 'refused') throw new Refusal('ILLEGAL_TRANSITION', ['acceptReferral']);
    if (how === 'string') throw 'Canary the string';
    if (how === 'away') throw Object.assign(new Error('Canary of a connection'), { code: '57P03' });
    throw Object.assign(new Error(`duplicate key (name)=(${how})`), { code: '23505' });
  }

  @Query(() => Colour)
  @Classified('PUBLIC')
  unspeakable(): string {
    return 'Canary of the database';
  }

  @Mutation(() => Receipt)
  @Classified('OWN')
  addActor(@Arg('input', () => NewActor) input: NewActor): Receipt {
    const told = [input.name, input.colour, input.since?.toISOString()].join(' ');
    return toReceipt({ id: told, revision: 3n, position: 12n });
  }
}

@ObjectType('Actor')
@Directive('@key(fields: "id", resolvable: false)')
class ActorStub {
  @Field(() => ID)
  @Classified('PUBLIC')
  id!: string;
}

@ObjectType()
@Directive('@key(fields: "id")')
class Letter {
  @Field(() => ID)
  @Classified('PARTIES')
  id!: string;

  @Field(() => ActorStub)
  @Classified('PARTIES')
  from!: ActorStub;
}

@Resolver(() => Letter)
class PostResolver {
  constructor(private readonly greeting: string) {}

  @Query(() => [Letter])
  @Classified('PARTIES')
  letters(): Letter[] {
    return [{ id: 'l1', from: { id: 'one' } }];
  }

  @FieldResolver(() => String, { description: 'What the letter says.' })
  @Classified('C3')
  text(@Root() { id }: Letter): string {
    return `${this.greeting} ${id}`;
  }

  @Mutation(() => Receipt)
  @Classified('PARTIES')
  post(): Receipt {
    return toReceipt({ id: 'l1', revision: 0n, position: 1n });
  }
}

export function directory(): Subgraph {
  return createSubgraph({
    name: 'directory',
    resolvers: [DirectoryResolver],
    instances: byClass(new DirectoryResolver()),
    references: {
      Actor: async ({ id }, { viewer }) => (viewer && id === row.id ? Object.freeze({ ...row }) : null),
    },
  });
}

export function post(): Subgraph {
  return createSubgraph({
    name: 'post',
    resolvers: [PostResolver],
    instances: byClass(new PostResolver('Dear')),
    references: { Letter: async ({ id }) => (id === 'l1' ? { id, from: { id: 'one' } } : null) },
  });
}

export const caseworker: Viewer = {
  staffId: 'staff1',
  actorId: 'one',
  issuer: 'https://issuer.example',
  subject: 's1',
  roles: ['caseworker'],
  certifications: [],
};
