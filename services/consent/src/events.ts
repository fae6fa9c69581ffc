/** The events of this service, for the generator of what is published. */
import { householdEvents } from './household/events.js';

export const events = { ...householdEvents };
