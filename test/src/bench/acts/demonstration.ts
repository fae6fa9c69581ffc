/** The network in one process with the demonstration's story in it: two organisations whose staff can sign in. */

import { loadDemonstration } from '@stezhka/local';
import { temporaryNetwork } from '../../support/temporary-network.js';
import { isReady } from '../program.js';

// As the product has it: with fewer connections one would wait for another.
const network = await temporaryNetwork({ connectionsEach: 4 });
await loadDemonstration(network, new AbortController().signal, { only: 'story' });
isReady({ address: network.address }, () => network.stop());
