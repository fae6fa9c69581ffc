export type { NodeLogger } from './node-logger.js';
export { NodeStartError, type NodeStartFault } from './node-start-error.js';
export { type NodeOptions, type RunningNode, startNode } from './start-node.js';
