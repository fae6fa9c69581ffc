/** The decider behind the first wall, as every spec of a decision asks it. */
import { createWall } from '@stezhka/auth';
import { type SpecOf, specOf } from '@stezhka/event-store/testing';
import { rules } from '../referral/authorize.js';
import type { ReferralCommand } from '../referral/commands.js';
import type { Facts } from '../referral/decide.facts.js';
import { createReferralDecider } from '../referral/decide.js';
import type { ReferralEvent } from '../referral/events.js';
import { now } from './referral-story.js';

export const decider = createReferralDecider(createWall(rules));

export const { given }: SpecOf<ReferralCommand, ReferralEvent, Facts> = specOf(decider, now);
