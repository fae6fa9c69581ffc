// @ts-check
/** Why the house could not be made ready, in words for whoever typed the command. */
export class CannotPrepare extends Error {}

// What npm and pnpm say when nobody answers, or when something in between answers for the registry.
const noAnswer =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|error sending request|dns error|\bE5\d\d\b/;

/**
 * For a step that needs the network.
 * @param {string} doing what was being done, as the middle of a sentence: "fetching pnpm"
 * @param {string} output all that the tool said
 */
export function notFetched(doing, output) {
  if (!noAnswer.test(output)) return notDone(doing, output);
  const address = output.match(/https?:\/\/[^\s/"')]+/)?.[0];
  return new CannotPrepare(
    `The npm registry${address ? ` (${address})` : ''} cannot be reached; it is needed for ${doing}. ` +
      'Check the network, `npm config get registry` and, behind a proxy, `npm config get proxy`; ' +
      'then run the same command again.',
  );
}

/**
 * For every other failure: the tool's own last words.
 * @param {string} doing
 * @param {string} output
 */
export function notDone(doing, output) {
  const lastWords = output.trimEnd().split('\n').slice(-60).join('\n');
  return new CannotPrepare(`${lastWords}\n\nStopped while ${doing}; the reason stands above.`);
}
