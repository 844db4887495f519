import { type Logger, pino } from 'pino';

/** The program's log, on standard error: JSON lines, or, on a terminal, lines for people. */
export function createLog(level: string): Logger {
  const options = { level, base: null };
  if (process.stderr.isTTY) {
    return pino({
      ...options,
      transport: { target: 'pino-pretty', options: { destination: 2, sync: true } },
    });
  }
  return pino(options, pino.destination({ dest: 2, sync: true }));
}
