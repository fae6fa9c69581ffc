/** A program with an embedded server, to be killed: `embedded-parent.ts <dir>` prints where the server is. */
import { startEmbeddedPostgres } from '../embedded/index.js';

const server = await startEmbeddedPostgres({ dir: process.argv[2]! });
process.stdout.write(`${JSON.stringify({ url: server.adminUrl(), socketDir: server.socketDir })}\n`);
