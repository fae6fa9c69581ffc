// @ts-check
/**
 * The door of the house: `npm start`, `npm test` and the others come in here with nothing installed. This file and
 * the one it imports are written so that an old Node, too, reads them and can say that it is too old.
 */
import { tooOldMessage } from './node-version.mjs';

const tooOld = tooOldMessage(process.versions.node);
if (tooOld) {
  console.error(tooOld);
  process.exitCode = 1;
} else {
  import('./tasks.mjs').then(({ runTask }) => runTask(process.argv[2], process.argv.slice(3)));
}
