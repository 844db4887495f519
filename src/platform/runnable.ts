/** Whether this program runs as JavaScript, as in an image; a clone runs its TypeScript. */
const IS_COMPILED = import.meta.url.endsWith('.js');

/** The address of a module in the form that runs. @param module the address of its TypeScript */
export function runnable(module: URL): URL {
  return IS_COMPILED ? new URL(module.href.replace(/\.ts$/, '.js')) : module;
}
