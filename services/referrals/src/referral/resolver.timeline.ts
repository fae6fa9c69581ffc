/** What happened to a referral, as it is told to one of its two sides. */
import { ChannelScalar, Classified, DateTime } from '@stezhka/subgraph';
import type * as v from '@stezhka/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import type { ReferralActRow } from '../rows.js';

const nullable = (description: string) => ({ nullable: true, description });
const time = (description: string) => ({ description });

@ObjectType('ReferralAct', { description: 'One entry of a timeline.' })
export class ReferralActType {
  @Field(() => String, { description: 'Where in the referral it stands; rises.' })
  @Classified('PARTIES')
  revision!: string;

  @Field(() => String, {
    description:
      'What happened: sent, acknowledged, accepted, declined; unacknowledged, undecided and expired are silence.',
  })
  @Classified('PARTIES')
  act!: string;

  @Field(() => DateTime, time('When it happened.'))
  @Classified('PARTIES')
  occurredAt!: Date;

  @Field(() => DateTime, time('When it was typed in.'))
  @Classified('PARTIES')
  recordedAt!: Date;

  @Field(() => ChannelScalar, nullable('How it reached the record.'))
  @Classified('PARTIES')
  channel!: v.Channel | null;

  @Field(() => String, nullable('The side that typed it in, where either could.'))
  @Classified('PARTIES')
  recordedBy!: string | null;

  @Field(() => Boolean, { description: 'Typed in more than a day after it happened.' })
  @Classified('PARTIES')
  late!: boolean;

  @Field(() => String, nullable('The reason or outcome as a code; of silence, who was told.'))
  @Classified('PARTIES')
  code!: string | null;
}

export function toAct(row: ReferralActRow): ReferralActType {
  return Object.assign(new ReferralActType(), {
    revision: row.revision.toString(),
    act: row.act,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    channel: row.channel,
    recordedBy: row.recorded_by,
    late: row.late,
    code: row.code,
  });
}
