/** The events of this service, for the generator of what is published. */
import { askingEvents, codeEvents } from './authority/events.js';
import { referralEvents } from './referral/events.js';

export const events = { ...referralEvents, ...codeEvents, ...askingEvents };
