import { parseArgs } from 'node:util';

/** The options without a value: they say how to answer, not what. */
const FLAGS = { json: { type: 'boolean' }, batch: { type: 'boolean' } } as const;
/** An option whose value is the next argument. */
const TAKES_NEXT = /^--(?!(?:json|batch)$)[^=]+$/;

/**
 * The question of a command line, and how it is to be answered: `<command> --<option> <value> [--json] [--batch] [--locale es-ES]`.
 *
 * Whether the command has such options is not looked at: all but two take text here, and a word too many is an option without
 * text, so that the check that a batch's questions go through finds it.
 */
export function readQuestion(args: readonly string[]) {
  // parseArgs would take the next option for the value of one that has none, such as the first in `--adult --page 2`.
  const complete = args.map((argument, place) =>
    TAKES_NEXT.test(argument) && (args[place + 1] ?? '--').startsWith('--') ? `${argument}=` : argument,
  );
  const names = complete.flatMap((argument) => /^--([^=]+)/.exec(argument)?.[1] ?? []);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({
    args: complete,
    options: { ...options, ...FLAGS },
    strict: false,
  });
  const { json, batch, locale = 'en-US', ...given } = values;
  const [command = '', ...more] = positionals;
  for (const word of more) given[word] = '';
  return { question: { command, options: given }, settings: { json, batch, locale: String(locale) } };
}
