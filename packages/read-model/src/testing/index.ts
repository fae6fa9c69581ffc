export { type LogLine, type LogLines, listeningLogger, silentLogger } from './listening-logger.js';
export { copyOnceMade } from './once-in-a-run.js';
export { createStoreInMemory, type StoreInMemory } from './store-in-memory.js';
export { placeCluster, startTemporaryCluster, type TemporaryCluster } from './temporary-cluster.js';
