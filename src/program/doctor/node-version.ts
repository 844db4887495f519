import manifest from '../../../package.json' with { type: 'json' };
import { isNewEnough } from '../../platform/node-version.js';
import { type Finding, ok, wrong } from './check.ts';

/** Checks that Node.js is as new as package.json requires. @param version such as `20.19.0` */
export function checkNode(version = process.versions.node): Finding {
  const needed = manifest.engines.node;
  if (isNewEnough(version, needed)) return ok(version);
  return wrong(
    `${version} is too old`,
    `Install Node.js ${needed.replace('>=', '')} or later from https://nodejs.org`,
  );
}
