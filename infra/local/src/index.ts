export { type DemonstrationAccount, demonstrationPassword } from './demonstration/accounts.js';
export { actors as demonstrationActors } from './demonstration/actors.js';
export { loadDemonstration } from './demonstration/load.js';
export { allEvents, type GeneratedFile, generateEvents } from './generate/events.js';
export { generateSdl, subgraphSdls } from './generate/sdl.js';
export { gather } from './journey/cast.js';
export { type Meeting, type Party, partyWith, tokenFor } from './journey/party.js';
export { type Cast, type Telling, type Told, tell } from './journey/story.js';
export { type Network, type NetworkOptions, startNetwork } from './network.js';
