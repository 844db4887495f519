/**
 * Whether a version of Node.js is as new as a package needs. Plain JavaScript of an old kind: an old Node.js has to read it.
 *
 * @param {string} version such as `20.19.0`
 * @param {string} needed the field `engines.node` of a package.json, such as `>=20.19`
 */
export function isNewEnough(version, needed) {
  const [major, minor] = version.split('.').map(Number);
  const [neededMajor, neededMinor] = needed.replace('>=', '').split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}
