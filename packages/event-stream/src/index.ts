export { endable } from './endable.js';
export { mapStream } from './map-stream.js';
export { eventStreamType, namesEvents, readEvents } from './read-events.js';
export { type SendEventsOptions, sendEvents } from './send-events.js';
export { createStreams, type Stream, type Streams } from './streams.js';
