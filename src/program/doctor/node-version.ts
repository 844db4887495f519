import manifest from '../../../package.json' with { type: 'json' };
import { type Finding, ok, wrong } from './check.ts';

/** Checks that Node.js is as new as package.json requires. @param version such as `20.19.0` */
export function checkNode(version = process.versions.node): Finding {
  const oldest = manifest.engines.node.replace('>=', '');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return ok(version);
  return wrong(`${version} is too old`, `Install Node.js ${oldest} or later from https://nodejs.org`);
}
