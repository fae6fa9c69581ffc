/** The events of this service, for the generator of what is published. */
import { referralEvents } from './referral/events.js';

export const events = { ...referralEvents };
