/** Fields of an error that help a reader of the log. None of them holds anything that a user asked. */
const SHOWN_FIELDS = ['code', 'errno', 'syscall', 'address', 'port', 'path', 'status', 'method', 'severity'];

/** The number of causes shown, each the cause of the one before. Deeper ones say nothing new. */
const MOST_CAUSES = 5;

/**
 * An error as the log shows it: its type, message, stack and causes, and the fields that help. Everything that
 * a user asked is left out: the parameters of a query (a user's id, a typed name), and the address and body of
 * a request to Discord.
 *
 * @param depth the number of errors above this one in the chain of causes
 * @returns the value itself where it is no Error
 */
export function shownError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const type = error.name === 'Error' ? error.constructor.name : error.name;
  const message = messageWithoutValues(error);
  const fields = Object.fromEntries(
    SHOWN_FIELDS.filter((name) => Object.hasOwn(error, name)).map((name) => [name, Object(error)[name]]),
  );
  const shown = { type, message, ...fields, stack: `${type}: ${message}${framesOf(error)}` };
  if (depth >= MOST_CAUSES) return shown;
  return {
    ...shown,
    ...(error.cause === undefined ? {} : { cause: shownError(error.cause, depth + 1) }),
    ...(error instanceof AggregateError
      ? { errors: error.errors.map((each: unknown) => shownError(each, depth + 1)) }
      : {}),
  };
}

/**
 * The message of an error without values that a user asked. Drizzle's messages repeat the parameters of a
 * query, and those of Postgres (class 22, data exceptions) quote a value of the wrong form.
 */
function messageWithoutValues(error: Error): string {
  if ('params' in error && 'query' in error) return `Failed query: ${String(error.query)}`;
  if ('code' in error && /^22/.test(String(error.code))) return error.message.replace(/"[^"]*"/g, '"…"');
  return error.message;
}

/** The lines of the stack that name functions, without the message above them. */
function framesOf({ message, stack = '' }: Error): string {
  const words = stack.indexOf(message);
  const frames = words < 0 ? stack : stack.slice(words + message.length);
  return /(?:\n {4}at .*)+$/.exec(frames)?.[0] ?? '';
}
