import manifest from '../../package.json' with { type: 'json' };

/** The help for one verb. */
interface VerbHelp {
  /** The command lines after the name of the verb. */
  readonly usage: readonly string[];
  readonly about: string;
  /** The meaning of each option. */
  readonly options?: Readonly<Record<string, string>>;
}

const EVERY_VERB = {
  '--help': 'prints this help',
  '--version': 'prints the version',
};

/** The verbs of the program. */
export const HELP = {
  start: {
    usage: [''],
    about:
      'Migrates the database, loads data where there is none, and serves the page and the bot until a signal stops it.',
  },
  refresh: {
    usage: ['[--reload] [--publish-anyway] [--json]'],
    about: 'Loads the sources once. The old data answers until the new data is complete.',
    options: {
      '--reload': 'also loads what has not changed',
      '--publish-anyway': 'publishes a data set that looks poorer than the served one',
      '--json': 'prints the report as JSON, on one line',
    },
  },
  ask: {
    usage: ['COMMAND --OPTION VALUE… [--locale LOCALE] [--json]', '--batch'],
    about: 'Answers a question in the terminal. All commands with examples: npm run --silent ask -- help',
    options: {
      '--locale': 'the language of the answer, such as es-ES',
      '--json': 'prints the answer as JSON, on one line',
      '--batch': 'reads one question from each line of standard input, and answers each on one line',
    },
  },
  evaluate: {
    usage: ['[--test] [--salt SALT] [--predictions FILE]'],
    about: 'Measures how well the recommenders find games that were held out. Changes nothing.',
    options: {
      '--test': 'adds the figures of the test fold',
      '--salt': 'makes another split',
      '--predictions': 'writes the predictions for the test fold to a file',
    },
  },
  explore: {
    usage: ['[--language LANGUAGE] [FILE]'],
    about: 'Writes a report on the loaded data as one HTML file.',
    options: { '--language': 'en or es' },
  },
  register: {
    usage: [''],
    about: "Makes Discord's copy of the commands the same as the program's.",
  },
  doctor: {
    usage: ['[--json]'],
    about: 'Checks everything that the program needs, and changes nothing.',
    options: { '--json': 'prints the findings as JSON, on one line' },
  },
  hide: {
    usage: ['USER_ID', '--undo USER_ID', '--list'],
    about: 'Leaves a Steam user out of all answers, from the next question on.',
    options: { '--undo': 'shows the user again', '--list': 'prints the hidden users' },
  },
  backup: {
    usage: ['[--force] FILE'],
    about: 'Saves everything that cannot be loaded again. The file is packed where its name ends in .gz.',
    options: { '--force': 'overwrites the file' },
  },
  restore: {
    usage: ['[--replace] FILE'],
    about: 'Puts the rows of a back-up into the database, all or none.',
    options: { '--replace': 'deletes the rows that are there first' },
  },
} as const satisfies Record<string, VerbHelp>;

export type Verb = keyof typeof HELP;

/** Whether a word is the name of a verb. */
export function isVerb(word: string): word is Verb {
  return Object.hasOwn(HELP, word);
}

/** The help for one verb, for a terminal. */
export function helpOf(verb: Verb): string {
  const { usage, about, options = {} }: VerbHelp = HELP[verb];
  return `${[...usage.map((line) => commandLine(verb, line)), '', about, '', ...columns({ ...options, ...EVERY_VERB })].join('\n')}\n`;
}

/** The help for the whole program: its verbs. */
export function helpOfAll(): string {
  const verbs = Object.entries(HELP).map(([verb, { about }]) => [verb, about]);
  const lines = [
    `Steamscope ${manifest.version}`,
    '',
    ...columns(Object.fromEntries(verbs)),
    '',
    'The options of a verb: npm run VERB -- --help',
  ];
  return `${lines.join('\n')}\n`;
}

/** The version of the program. */
export function version(): string {
  return `${manifest.version}\n`;
}

function commandLine(verb: Verb, line: string): string {
  return line === '' ? `npm run ${verb}` : `npm run ${verb} -- ${line}`;
}

function columns(rows: Readonly<Record<string, string>>): string[] {
  const width = Math.max(...Object.keys(rows).map((name) => name.length));
  return Object.entries(rows).map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}
