/** What consent adds to a referral: which classes of the person the viewer could open now, and nothing more. */
import { Classified, DataClassScalar, type EntityReference, type RequestContext } from '@stezhka/subgraph';
import type { DataClass } from '@stezhka/vocabulary';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { AvailabilityQuery } from './query.availability.js';

@ObjectType('PersonAvailability', { description: 'What discloseReferral would open to this viewer now.' })
export class PersonAvailabilityType {
  @Field(() => [DataClassScalar])
  @Classified('PARTIES')
  classes!: DataClass[];

  @Field(() => [ID], { description: 'Of whom: names that hold within what was shared, and nowhere else.' })
  @Classified('PARTIES')
  memberIds!: string[];
}

@ObjectType('Referral')
@Directive('@key(fields: "id")')
export class ReferralPersonType {
  @Field(() => ID)
  @Classified('PARTIES')
  id!: string;

  @Field(() => PersonAvailabilityType, {
    nullable: true,
    description: 'The person concerned; null to whoever is no party.',
  })
  @Classified('PARTIES')
  person!: PersonAvailabilityType | null;
}

/** How the gateway asks for it: null to whoever is no party. */
export async function referralReference(
  availability: AvailabilityQuery,
  { id }: EntityReference,
  { viewer, now }: RequestContext,
): Promise<ReferralPersonType | null> {
  const person = await availability(viewer, id, now);
  if (!person) return null;
  const { classes, memberIds } = person;
  return Object.assign(new ReferralPersonType(), {
    id,
    person: { classes: [...classes], memberIds: [...memberIds] },
  });
}
