/**
 * A data directory as it is when nothing was ever kept in it, made when the project is built: to make one takes longer
 * than anything else that a first start waits for. Where there is none, one is made then. Those of one build have the
 * server's identifier in common, which only standbys would ask for.
 */
import { fileURLToPath } from 'node:url';

/** One archive, the same path from the sources and from what is built of them. */
export const readyMade = fileURLToPath(new URL('../../dist/data-directory.tar', import.meta.url));
