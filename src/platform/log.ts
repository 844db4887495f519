import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { isSecretName, withoutSecrets } from './secrets.ts';
import { shownError } from './shown-error.ts';

/**
 * The program's log: JSON lines on standard error, or, on a terminal, lines for people. Whatever is logged, no secret is in
 * it, wherever in a line it stands.
 *
 * @param destination where the lines go instead
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

/** The same without secrets, in names too. */
function cleaned(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isSecretName(name) ? '[secret]' : withoutSecrets(value);
  // In a list of headers each value follows its name.
  if (Array.isArray(value)) return value.map((held, place) => cleaned(held, String(value[place - 1])));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [withoutSecrets(name), cleaned(held, name)]),
  );
}
