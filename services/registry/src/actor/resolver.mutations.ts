/** How an actor's commands are spoken over the graph. */
import { Classified, Receipt, type RequestContext, toReceipt } from '@stezhka/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { told } from '../input.js';
import type { ActorCommands } from './handle.js';
import * as inputs from './resolver.inputs.js';

/** Moments come as dates and go on as text; commands write them in one way. */
const iso = (moment: Date) => moment.toISOString();

@Resolver()
export class ActorMutations {
  constructor(private readonly commands: ActorCommands) {}

  @Mutation(() => Receipt, { description: "Registrar. The receipt's id is the new actor's." })
  @Classified('OWN')
  async admitActor(
    @Arg('input', () => inputs.AdmitActorInput) input: inputs.AdmitActorInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const asked = { ...told(input), effectiveAt: iso(input.effectiveAt), name: { ...input.name } };
    return toReceipt(await this.commands.admitActor(viewer, asked, now));
  }

  @Mutation(() => Receipt, { description: 'Registrar, or administrator of this actor.' })
  @Classified('OWN')
  async changeOperations(
    @Arg('input', () => inputs.ChangeOperationsInput) input: inputs.ChangeOperationsInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const asked = { ...told(input), effectiveAt: iso(input.effectiveAt) };
    return toReceipt(await this.commands.changeOperations(viewer, asked, now));
  }

  @Mutation(() => Receipt, { description: 'Registrar, or administrator of this actor.' })
  @Classified('OWN')
  async changeBase(
    @Arg('input', () => inputs.ChangeBaseInput) input: inputs.ChangeBaseInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const asked = { ...told(input), effectiveAt: iso(input.effectiveAt) };
    return toReceipt(await this.commands.changeBase(viewer, asked, now));
  }

  @Mutation(() => Receipt, { description: 'Registrar, or administrator of this actor.' })
  @Classified('OWN')
  async changeAccess(
    @Arg('input', () => inputs.ChangeAccessInput) input: inputs.ChangeAccessInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const asked = { ...told(input), effectiveAt: iso(input.effectiveAt) };
    return toReceipt(await this.commands.changeAccess(viewer, asked, now));
  }

  @Mutation(() => Receipt, { description: "Administrator of this actor. The receipt's id is the service's." })
  @Classified('OWN')
  async offerService(
    @Arg('input', () => inputs.OfferServiceInput) input: inputs.OfferServiceInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const asked = { ...told(input), effectiveAt: iso(input.effectiveAt) };
    return toReceipt(await this.commands.offerService(viewer, asked, now));
  }

  @Mutation(() => Receipt, { description: 'Administrator of this actor.' })
  @Classified('OWN')
  async changeServiceTerms(
    @Arg('input', () => inputs.ChangeServiceTermsInput) input: inputs.ChangeServiceTermsInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const asked = { ...told(input), effectiveAt: iso(input.effectiveAt) };
    return toReceipt(await this.commands.changeServiceTerms(viewer, asked, now));
  }

  @Mutation(() => Receipt, { description: 'Administrator of this actor.' })
  @Classified('OWN')
  async endService(
    @Arg('input', () => inputs.EndServiceInput) input: inputs.EndServiceInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const asked = { ...told(input), effectiveAt: iso(input.effectiveAt) };
    return toReceipt(await this.commands.endService(viewer, asked, now));
  }

  @Mutation(() => Receipt, {
    description: 'Administrator, supervisor, intake or duty officer of this actor.',
  })
  @Classified('OWN')
  async reportCapacity(
    @Arg('input', () => inputs.ReportCapacityInput) input: inputs.ReportCapacityInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const { occurredAt, seenAt, ...rest } = told(input);
    const asked = {
      ...rest,
      ...(occurredAt ? { occurredAt: iso(occurredAt) } : {}),
      ...(seenAt ? { seenAt: iso(seenAt) } : {}),
    };
    return toReceipt(await this.commands.reportCapacity(viewer, asked, now));
  }

  @Mutation(() => Receipt, { description: 'Registrar.' })
  @Classified('OWN')
  async grantCertification(
    @Arg('input', () => inputs.GrantCertificationInput) input: inputs.GrantCertificationInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const { validUntil, ...rest } = told(input);
    const until = validUntil ? { validUntil: iso(validUntil) } : {};
    const asked = { ...rest, ...until, effectiveAt: iso(input.effectiveAt) };
    return toReceipt(await this.commands.grantCertification(viewer, asked, now));
  }

  @Mutation(() => Receipt, { description: 'Registrar.' })
  @Classified('OWN')
  async revokeCertification(
    @Arg('input', () => inputs.RevokeCertificationInput) input: inputs.RevokeCertificationInput,
    @Ctx() { viewer, now }: RequestContext,
  ): Promise<Receipt> {
    const asked = { ...told(input), effectiveAt: iso(input.effectiveAt) };
    return toReceipt(await this.commands.revokeCertification(viewer, asked, now));
  }
}
