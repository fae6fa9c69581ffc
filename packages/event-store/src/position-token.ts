/**
 * Read your writes: a receipt's position travels to the client as an opaque token and comes back with the next
 * query, which then waits until the rows it reads have passed it. A token says where in the store, never what.
 */

/** An opaque token for a position. */
export function positionToken(position: bigint): string {
  return Buffer.from(`p1.${position}`).toString('base64url');
}

/** The position behind a token; undefined if it is not one of ours. */
export function positionOf(token: string): bigint | undefined {
  const match = /^p1\.(\d{1,19})$/.exec(Buffer.from(token, 'base64url').toString('latin1'));
  return match ? BigInt(match[1]!) : undefined;
}
