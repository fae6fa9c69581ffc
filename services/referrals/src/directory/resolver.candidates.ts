/** How a sender asks who could serve. */
import { Classified, codeScalar, DataClassScalar, type RequestContext } from '@stezhka/subgraph';
import type { DataClass } from '@stezhka/vocabulary';
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { NeedInput } from '../referral/resolver.inputs.js';
import { ActorReference, OfferedServiceReference } from '../referral/resolver.types.js';
import type { CandidateQueries } from './query.candidates.js';
import { type Caution, cautions, type Unsuitable, unsuitableReasons } from './suitability.js';

const UnsuitableScalar = codeScalar(
  'Unsuitable',
  unsuitableReasons,
  'What speaks against an offer, so that it cannot be made.',
);
const CautionScalar = codeScalar(
  'Caution',
  cautions,
  'What a sender should know before she offers all the same.',
);

@ObjectType('Candidate', { description: 'A service that could be asked, and why or why not.' })
export class CandidateType {
  @Field(() => OfferedServiceReference)
  @Classified('PUBLIC')
  offeredService!: OfferedServiceReference;

  @Field(() => ActorReference)
  @Classified('PUBLIC')
  actor!: ActorReference;

  @Field(() => Boolean, { description: 'Nothing speaks against it, and it has not said that it is full.' })
  @Classified('PUBLIC')
  suggested!: boolean;

  @Field(() => [UnsuitableScalar])
  @Classified('PUBLIC')
  unsuitable!: Unsuitable[];

  @Field(() => [CautionScalar])
  @Classified('PUBLIC')
  cautions!: Caution[];

  @Field(() => [DataClassScalar], { description: 'Without agreement to share these it cannot be offered.' })
  @Classified('PUBLIC')
  neededClasses!: DataClass[];

  @Field(() => Int, { nullable: true, description: 'Free places, as last reported.' })
  @Classified('PUBLIC')
  available!: number | null;
}

@Resolver()
export class CandidatesResolver {
  constructor(private readonly queries: CandidateQueries) {}

  @Query(() => [CandidateType], {
    description: 'Everyone who offers the service, best first, each explained.',
  })
  @Classified('PUBLIC')
  async candidates(
    @Arg('need', () => NeedInput) { language, ...need }: NeedInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<CandidateType[]> {
    const asked = { ...need, ...(language ? { language } : {}) };
    const candidates = await this.queries.candidates(viewer, asked, now);
    return candidates.map(
      ({ actorId, serviceId, unsuitable, cautions: known, available, neededClasses }) => ({
        offeredService: { id: serviceId },
        actor: { id: actorId },
        suggested: unsuitable.length === 0 && !known.includes('no_capacity'),
        unsuitable: [...unsuitable],
        cautions: [...known],
        neededClasses: [...neededClasses],
        available,
      }),
    );
  }
}
