/** Whether a version of Node.js (`20.19.0`) is as new as the field `engines.node` of a package.json says (`>=20.19`). */
export function isNewEnough(version: string, needed: string): boolean;
