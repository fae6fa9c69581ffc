/** How staff are asked for, and changed, over the graph. */
import {
  Classified,
  PathwayScalar,
  Receipt,
  type RequestContext,
  RoleScalar,
  toReceipt,
} from '@stezhka/subgraph';
import type { Pathway, Role } from '@stezhka/vocabulary';
import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { DirectoryQueries } from '../actor/query.directory.js';
import { ActorType, toActor } from '../actor/resolver.types.js';
import { told } from '../input.js';
import type { StaffCommands } from './handle.js';
import type { StaffQueries } from './query.staff.js';
import {
  ChangeRolesInput,
  JoinStaffInput,
  StaffAccessInput,
  StaffPage,
  toStaffMember,
} from './resolver.types.js';

@ObjectType('Me', { description: 'Who is asking, as the network knows her.' })
export class MeType {
  @Field(() => ID)
  @Classified('OWN')
  staffId!: string;

  @Field(() => [RoleScalar])
  @Classified('OWN')
  roles!: Role[];

  @Field(() => [PathwayScalar], { description: 'Isolated pathways on which she may work.' })
  @Classified('OWN')
  certifications!: Pathway[];
}

@Resolver(() => MeType)
export class StaffResolver {
  constructor(
    private readonly queries: StaffQueries,
    private readonly commands: StaffCommands,
    private readonly directory: DirectoryQueries,
  ) {}

  @Query(() => MeType)
  @Classified('OWN')
  me(@Ctx() context: RequestContext): MeType {
    const { staffId, roles, certifications } = this.queries.me(context.viewer);
    return { staffId, roles: [...roles], certifications: [...certifications] };
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'The actor she works for.' })
  @Classified('OWN')
  async actor(@Ctx() { viewer, now }: RequestContext): Promise<ActorType | null> {
    const seen = await this.directory.actor(viewer, this.queries.me(viewer).actorId, now);
    return seen ? toActor(seen) : null;
  }

  @Query(() => StaffPage, { description: 'Of her own actor, or for a registrar of any.' })
  @Classified('OWN')
  async staff(
    @Arg('actorId', () => ID, { nullable: true }) actorId: string | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => ID, { nullable: true }) after: string | null,
    @Ctx() { viewer }: RequestContext,
  ): Promise<StaffPage> {
    const page = { first, after: after ?? undefined };
    const found = await this.queries.staff(viewer, actorId ?? undefined, page);
    return { ...found, items: found.items.map(toStaffMember) };
  }

  @Mutation(() => Receipt, { description: 'Registrar, or administrator of this actor.' })
  @Classified('OWN')
  async joinStaff(
    @Arg('input', () => JoinStaffInput) input: JoinStaffInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    return toReceipt(await this.commands.joinStaff(viewer, told(input), now));
  }

  @Mutation(() => Receipt, { description: "Registrar, or administrator of this member's actor." })
  @Classified('OWN')
  async changeRoles(
    @Arg('input', () => ChangeRolesInput) input: ChangeRolesInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    return toReceipt(await this.commands.changeRoles(viewer, told(input), now));
  }

  @Mutation(() => Receipt, { description: "Registrar, or administrator of this member's actor." })
  @Classified('OWN')
  async disableStaff(
    @Arg('input', () => StaffAccessInput) input: StaffAccessInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    return toReceipt(await this.commands.disableStaff(viewer, told(input), now));
  }

  @Mutation(() => Receipt, { description: "Registrar, or administrator of this member's actor." })
  @Classified('OWN')
  async enableStaff(
    @Arg('input', () => StaffAccessInput) input: StaffAccessInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    return toReceipt(await this.commands.enableStaff(viewer, told(input), now));
  }
}
