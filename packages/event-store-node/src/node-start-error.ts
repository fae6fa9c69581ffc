/** Why a node did not start, in a form that a launcher can act on and a person can read. */

export type NodeStartFault =
  /** Another node has the directory open. */
  | 'DIRECTORY_IN_USE'
  /** The directory cannot be created, written or read as a store. */
  | 'DIRECTORY_UNUSABLE'
  /** Something else listens on the port, or this user may not. */
  | 'PORT_TAKEN'
  /** The node has no passwords and no encryption, so it listens on this machine only. */
  | 'HOST_NOT_LOOPBACK';

export class NodeStartError extends Error {
  override readonly name = 'NodeStartError';
  constructor(
    readonly code: NodeStartFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
