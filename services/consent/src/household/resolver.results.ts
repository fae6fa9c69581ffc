/** What the commands answer: a receipt, and the ids of what they made. */
import { Classified, Receipt } from '@stezhka/subgraph';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('HouseholdOpened')
export class HouseholdOpenedType {
  @Field(() => Receipt)
  @Classified('OWN')
  receipt!: Receipt;

  @Field(() => [ID], { description: 'Its members, in the order counted.' })
  @Classified('OWN')
  memberIds!: string[];
}

@ObjectType('MemberAdded')
export class MemberAddedType {
  @Field(() => Receipt)
  @Classified('OWN')
  receipt!: Receipt;

  @Field(() => ID)
  @Classified('OWN')
  memberId!: string;
}

@ObjectType('RecordSealed')
export class RecordSealedType {
  @Field(() => Receipt)
  @Classified('OWN')
  receipt!: Receipt;

  @Field(() => ID)
  @Classified('OWN')
  recordId!: string;
}

@ObjectType('AgreementRecorded')
export class AgreementRecordedType {
  @Field(() => Receipt)
  @Classified('OWN')
  receipt!: Receipt;

  @Field(() => ID)
  @Classified('OWN')
  agreementId!: string;

  @Field(() => ID, { description: 'What the person may keep.' })
  @Classified('OWN')
  receiptId!: string;
}

@ObjectType('AgreementWithdrawn')
export class AgreementWithdrawnType {
  @Field(() => Receipt)
  @Classified('OWN')
  receipt!: Receipt;

  @Field(() => Boolean, {
    description: 'Whether every recipient is known to have lost it; nothing can be opened either way.',
  })
  @Classified('OWN')
  recipientsInformed!: boolean;
}
