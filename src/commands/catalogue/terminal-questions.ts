import type { AnyCommand, Example } from '../contract/command.ts';

/** `recommend-game --game "Portal 2"`: a terminal takes the names that the program has. */
export function inTerminal(command: string, example: Example): string {
  const given = Object.entries(example).map(([name, value]) => {
    const text = String(value);
    return `--${name} ${/^[\w-]+$/.test(text) ? text : `"${text}"`}`;
  });
  return [command, ...given].join(' ');
}

/** A line to type in a terminal for each command that everyone can ask and that has an example. */
export function terminalQuestions(commands: Iterable<AnyCommand>): string[] {
  return Array.from(commands).flatMap(({ definition: { name }, scope, examples: [example] = [] }) =>
    scope === 'everywhere' && example !== undefined
      ? [`npm run --silent ask -- ${inTerminal(name, example)}`]
      : [],
  );
}
