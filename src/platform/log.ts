import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { HIDDEN, isSecretName, withoutSecrets } from './secrets.ts';
import { shownError } from './shown-error.ts';

/**
 * The program's log: JSON lines on standard error, or lines for people where standard error is a terminal.
 * Secrets are taken out of each line, wherever in the line they stand.
 *
 * @param level the least severe level that is logged, as pino names it
 * @param destination where the lines go instead of standard error
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    serializers: { err: (error) => shownError(error) },
    hooks: { streamWrite: (line) => `${JSON.stringify(cleaned(JSON.parse(line)))}\n` },
  };
  if (destination !== undefined) return pino(options, destination);
  if (process.stderr.isTTY) {
    return pino({
      ...options,
      transport: { target: 'pino-pretty', options: { destination: 2, sync: true } },
    });
  }
  return pino(options, pino.destination({ dest: 2, sync: true }));
}

/**
 * The same value without secrets, also in the names of fields. @param name the name of the field that holds it
 */
function cleaned(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isSecretName(name) ? HIDDEN : withoutSecrets(value);
  // In a list of headers, each name is followed by its value.
  if (Array.isArray(value)) return value.map((held, place) => cleaned(held, String(value[place - 1])));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [withoutSecrets(name), cleaned(held, name)]),
  );
}
