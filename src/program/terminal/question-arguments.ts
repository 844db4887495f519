import { parseArgs } from 'node:util';

/** The options that take no value. They say in which form to answer. */
const FLAGS = { json: { type: 'boolean' }, batch: { type: 'boolean' } } as const;
/** Matches an option whose value is the next argument. */
const TAKES_NEXT = /^--(?!(?:json|batch)$)[^=]+$/;

/**
 * Reads a question, and the form of its answer, from a command line:
 *
 *     <command> --<option> <value> [--json] [--batch] [--locale es-ES]
 *
 * It does not check that the command has these options: every option but `json` and `batch` takes a text. A
 * surplus word becomes an option with an empty text, so that the later check of the options, which batches
 * go through too, refuses it.
 */
export function readQuestion(args: readonly string[]) {
  // In `--adult --page 2`, parseArgs would take `--page` for the value of `--adult`. An added
  // `=` gives it an empty value.
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
