export { type DemonstrationAccount, demonstrationPassword } from './demonstration/accounts.js';
export { actors as demonstrationActors } from './demonstration/actors.js';
export { loadDemonstration } from './demonstration/load.js';
export { allEvents, type GeneratedFile, generateEvents } from './generate/events.js';
export { generateSdl, subgraphSdls } from './generate/sdl.js';
export { type Network, type NetworkOptions, startNetwork } from './network.js';
