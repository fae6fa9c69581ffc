// @ts-check
/** Which Node the house stands on, in words an old Node can parse: nothing newer than `const` and arrows here. */

/** The same as `engines` in package.json; a spec holds the two together. */
export const oldestNode = '20.19.0';

/**
 * What to tell whoever runs this Node, or undefined where it is new enough.
 * @param {string} version as in `process.versions.node`
 */
export function tooOldMessage(version) {
  const have = majorAndMinor(version);
  const need = majorAndMinor(oldestNode);
  if (have.major > need.major || (have.major === need.major && have.minor >= need.minor)) return undefined;
  return (
    'Stezhka needs Node >= 20.19; this is Node ' +
    version +
    '. Install a newer one and run the same command again.'
  );
}

/** @param {string} version */
function majorAndMinor(version) {
  const parts = version.split('.');
  return { major: Number(parts[0]), minor: Number(parts[1]) };
}
