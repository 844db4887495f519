/** What an error may hold beside its words that helps whoever reads the log. Nothing that somebody asked for. */
const TELLING = ['code', 'errno', 'syscall', 'address', 'port', 'path', 'status', 'method', 'severity'];

/** Deeper causes than that say nothing new. */
const DEEPEST = 5;

/**
 * An error as the log shows it: what failed, where and why. What was asked is left out: the values of a query (a user's id,
 * a name that was typed), and of a request to Discord its address and body.
 */
export function shownError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const type = error.name === 'Error' ? error.constructor.name : error.name;
  const message = messageWithoutValues(error);
  const told = Object.fromEntries(
    TELLING.filter((name) => Object.hasOwn(error, name)).map((name) => [name, Object(error)[name]]),
  );
  const shown = { type, message, ...told, stack: `${type}: ${message}${framesOf(error)}` };
  if (depth >= DEEPEST) return shown;
  return {
    ...shown,
    ...(error.cause === undefined ? {} : { cause: shownError(error.cause, depth + 1) }),
    ...(error instanceof AggregateError
      ? { errors: error.errors.map((each: unknown) => shownError(each, depth + 1)) }
      : {}),
  };
}

/** Drizzle's errors name the parameters of a query, and Postgres's quote a value that cannot be what it should be. */
function messageWithoutValues(error: Error): string {
  if ('params' in error && 'query' in error) return `Failed query: ${String(error.query)}`;
  if ('code' in error && /^22/.test(String(error.code))) return error.message.replace(/"[^"]*"/g, '"…"');
  return error.message;
}

/** The stack without the words before it. */
function framesOf({ message, stack = '' }: Error): string {
  const words = stack.indexOf(message);
  const frames = words < 0 ? stack : stack.slice(words + message.length);
  return /(?:\n {4}at .*)+$/.exec(frames)?.[0] ?? '';
}
