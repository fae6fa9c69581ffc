/** How staff are spoken of over the graph: ids, roles and certifications; names are identity's. */
import { Classified, DateTime, KeyedInput, PathwayScalar, RoleScalar } from '@stezhka/subgraph';
import type { Pathway, Role } from '@stezhka/vocabulary';
import { ArrayMaxSize, ArrayMinSize, Matches } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ChangeInput } from '../input.js';
import type { StaffRow } from '../rows.js';

@ObjectType('StaffMember', { description: 'A member of the staff of an actor.' })
export class StaffMemberType {
  @Field(() => ID)
  @Classified('OWN')
  id!: string;

  @Field(() => [RoleScalar])
  @Classified('OWN')
  roles!: Role[];

  @Field(() => [PathwayScalar], { description: 'Isolated pathways on which she may work.' })
  @Classified('OWN')
  certifications!: Pathway[];

  @Field(() => Boolean, { description: 'Her access is cut.' })
  @Classified('OWN')
  disabled!: boolean;

  @Field(() => DateTime)
  @Classified('OWN')
  joinedAt!: Date;

  @Field(() => String, { description: 'Send it back as seenRevision to be told of a change in between.' })
  @Classified('OWN')
  revision!: string;
}

@ObjectType('StaffPage')
export class StaffPage {
  @Field(() => [StaffMemberType])
  @Classified('OWN')
  items!: StaffMemberType[];

  @Field(() => Boolean)
  @Classified('OWN')
  hasMore!: boolean;

  @Field(() => ID, { nullable: true, description: 'To ask for the next page `after`.' })
  @Classified('OWN')
  cursor!: string | null;
}

export function toStaffMember(row: StaffRow): StaffMemberType {
  return {
    id: row.staff_id,
    roles: row.roles,
    certifications: row.certifications,
    disabled: row.disabled,
    joinedAt: row.joined_at,
    revision: row.revision.toString(),
  };
}

const EXTERNAL_ID = /^[!-~]{1,255}$/;

@InputType()
export class JoinStaffInput extends KeyedInput {
  @Field(() => ID)
  actorId!: string;

  @Field(() => String, { description: 'Identifier of the OpenID issuer that signs her in.' })
  @Matches(EXTERNAL_ID)
  issuer!: string;

  @Field(() => String, { description: 'Her subject there: random, no name.' })
  @Matches(EXTERNAL_ID)
  subject!: string;

  @Field(() => [RoleScalar], { description: 'All that she may do, each time.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  roles!: Role[];

  @Field(() => [PathwayScalar], { defaultValue: [], description: 'Only such as her actor holds.' })
  @ArrayMaxSize(10)
  certifications!: Pathway[];
}

@InputType()
export class ChangeRolesInput extends ChangeInput {
  @Field(() => ID)
  staffId!: string;

  @Field(() => [RoleScalar], { description: 'All that she may do, each time.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  roles!: Role[];

  @Field(() => [PathwayScalar], { defaultValue: [], description: 'Only such as her actor holds.' })
  @ArrayMaxSize(10)
  certifications!: Pathway[];
}

@InputType()
export class StaffAccessInput extends ChangeInput {
  @Field(() => ID)
  staffId!: string;
}
