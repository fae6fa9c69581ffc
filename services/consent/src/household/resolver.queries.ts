/** Reading a household's file. The list fields ask again as the viewer: no field leans on its parent. */
import { Classified, type EntityReference, type RequestContext } from '@stezhka/subgraph';
import { Refusal } from '@stezhka/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { FileQueries } from './query.file.js';
import { HouseholdPageInput } from './resolver.inputs.js';
import { toAgreement, toDisclosureEntry, toHousehold, toPermit, toSealedRecord } from './resolver.rows.js';
import {
  AgreementType,
  DisclosureEntryType,
  HouseholdPageType,
  HouseholdType,
  PermitType,
  SealedRecordType,
} from './resolver.types.js';

const MOST_DISCLOSURES = 100;

@Resolver(() => HouseholdType)
export class HouseholdResolver {
  constructor(private readonly queries: FileQueries) {}

  @Query(() => HouseholdType, { nullable: true, description: "A household of the viewer's own actor." })
  @Classified('OWN')
  async household(
    @Arg('id', () => ID) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<HouseholdType> {
    return toHousehold(await this.queries.household(viewer, id));
  }

  @Query(() => HouseholdPageType, { description: "The caseload of the viewer's own actor." })
  @Classified('OWN')
  async households(
    @Arg('page', () => HouseholdPageInput, { defaultValue: {} }) page: HouseholdPageInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<HouseholdPageType> {
    const { first = 50, after } = page;
    const { items, hasMore } = await this.queries.households(viewer, { first, after });
    return { items: items.map(toHousehold), hasMore };
  }

  @FieldResolver(() => [SealedRecordType], { description: 'What is written down, without what it says.' })
  @Classified('OWN')
  async records(@Root() { id }: HouseholdType, @Ctx() { viewer }: RequestContext) {
    return (await this.queries.records(viewer, id)).map(toSealedRecord);
  }

  @FieldResolver(() => [AgreementType])
  @Classified('OWN')
  async agreements(@Root() { id }: HouseholdType, @Ctx() { viewer, now }: RequestContext) {
    return (await this.queries.agreements(viewer, id)).map((row) => toAgreement(row, now));
  }

  @FieldResolver(() => [PermitType], { description: 'Newest first.' })
  @Classified('OWN')
  async permits(@Root() { id }: HouseholdType, @Ctx() { viewer, now }: RequestContext) {
    return (await this.queries.permits(viewer, id)).map((row) => toPermit(row, now));
  }

  @FieldResolver(() => [DisclosureEntryType], { description: 'Who opened what, newest first.' })
  @Classified('OWN')
  async disclosures(
    @Root() { id }: HouseholdType,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Ctx() { viewer }: RequestContext,
  ) {
    if (first < 1 || first > MOST_DISCLOSURES) throw new Refusal('INVALID_INPUT', ['first']);
    return (await this.queries.disclosures(viewer, id, first)).map(toDisclosureEntry);
  }
}

/** How the gateway gets a household by its id: as the viewer, or not at all. */
export async function householdReference(
  queries: FileQueries,
  { id }: EntityReference,
  { viewer }: RequestContext,
): Promise<HouseholdType | null> {
  try {
    return toHousehold(await queries.household(viewer, id));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
