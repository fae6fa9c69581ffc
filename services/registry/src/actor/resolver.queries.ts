/** How the directory is asked over the graph. */
import * as s from '@stezhka/subgraph';
import { Classified, DateTime, type RequestContext } from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { present } from '../as-told.js';
import type { DirectoryQueries } from './query.directory.js';
import type { StatusQueries } from './query.status.js';
import { ActorFilterInput } from './resolver.inputs.js';
import { OfferedServiceType, toService } from './resolver.services.js';
import {
  ActorAccessType,
  ActorCertificationType,
  ActorPage,
  ActorStatusChangeType,
  ActorType,
  NetworkCountType,
  toActor,
  toCertification,
  toStatusChange,
} from './resolver.types.js';

@Resolver(() => ActorType)
export class ActorResolver {
  constructor(
    private readonly directory: DirectoryQueries,
    private readonly status: StatusQueries,
  ) {}

  @Query(() => ActorType, { nullable: true })
  @Classified('PUBLIC')
  async actor(
    @Arg('id', () => ID) id: string,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<ActorType | null> {
    const seen = await this.directory.actor(viewer, id, now);
    return seen ? toActor(seen) : null;
  }

  @Query(() => ActorPage, { description: 'By name in Ukrainian; at most 100 at a time.' })
  @Classified('PUBLIC')
  async actors(
    @Arg('filter', () => ActorFilterInput, { nullable: true }) filter: ActorFilterInput | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => ID, { nullable: true }) after: string | null,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<ActorPage> {
    const page = { first, after: after ?? undefined };
    const found = await this.directory.actors(viewer, present({ ...filter }), page, now);
    return { ...found, items: found.items.map(toActor) };
  }

  @Query(() => NetworkCountType, { description: 'The network as of a day, by when things took effect.' })
  @Classified('PUBLIC')
  network(
    @Arg('asOf', () => DateTime) asOf: Date,
    @Arg('asKnownAt', () => DateTime, { nullable: true, description: 'By what was recorded until then.' })
    asKnownAt: Date | null,
    @Ctx() { viewer }: RequestContext,
  ): Promise<NetworkCountType> {
    return this.status.network(viewer, asOf, asKnownAt ?? undefined);
  }

  @FieldResolver(() => String)
  @Classified('PUBLIC')
  name(
    @Root() { names }: ActorType,
    @Arg('language', () => s.LanguageScalar, { defaultValue: 'uk' }) language: v.Language,
  ): string {
    return names[language];
  }

  @FieldResolver(() => s.OperationsScalar, { nullable: true, description: 'Null: nothing stated yet.' })
  @Classified('PUBLIC')
  async operations(
    @Root() { id, seen }: ActorType,
    @Arg('asOf', () => DateTime, { nullable: true }) asOf: Date | null,
    @Ctx() { viewer }: RequestContext,
  ): Promise<v.Operations | null> {
    if (!asOf) return seen.row.operations;
    return (await this.status.statusAt(viewer, id, asOf)).operations;
  }

  @FieldResolver(() => s.BaseScalar, { nullable: true, description: 'Null: nothing stated yet.' })
  @Classified('PUBLIC')
  async base(
    @Root() { id, seen }: ActorType,
    @Arg('asOf', () => DateTime, { nullable: true }) asOf: Date | null,
    @Ctx() { viewer }: RequestContext,
  ): Promise<v.Base | null> {
    if (!asOf) return seen.row.base;
    return (await this.status.statusAt(viewer, id, asOf)).base;
  }

  @FieldResolver(() => [ActorAccessType], { description: 'The newest statement for each area.' })
  @Classified('PUBLIC')
  async access(
    @Root() { id }: ActorType,
    @Arg('asOf', () => DateTime, { nullable: true }) asOf: Date | null,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<ActorAccessType[]> {
    return [...(await this.status.access(viewer, id, asOf ?? now))];
  }

  @FieldResolver(() => [OfferedServiceType], { description: 'As far as the viewer may know of them.' })
  @Classified('PUBLIC')
  services(@Root() { seen }: ActorType): OfferedServiceType[] {
    return seen.services.map(toService);
  }

  @FieldResolver(() => [ActorCertificationType], { description: 'As far as the viewer may know of them.' })
  @Classified('PUBLIC')
  certifications(@Root() { seen }: ActorType): ActorCertificationType[] {
    return seen.certifications.map(toCertification);
  }

  @FieldResolver(() => [ActorStatusChangeType], { description: 'All three axes, newest first; at most 100.' })
  @Classified('PUBLIC')
  async statusHistory(
    @Root() { id }: ActorType,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Ctx() { viewer }: RequestContext,
  ): Promise<ActorStatusChangeType[]> {
    return (await this.status.history(viewer, id, { first })).map(toStatusChange);
  }
}
