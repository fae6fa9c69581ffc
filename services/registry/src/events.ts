/** The events of this service, for the generator of what is published. */
import { actorEvents } from './actor/events.js';
import { staffEvents } from './staff/events.js';

export const events = { ...actorEvents, ...staffEvents };
