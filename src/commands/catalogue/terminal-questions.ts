import type { AnyCommand, Example } from '../contract/command.ts';

/** A question as it is typed in a terminal, with the English names: `recommend-game --game "Portal 2"`. */
export function inTerminal(command: string, example: Example): string {
  const given = Object.entries(example).map(([name, value]) => {
    const text = String(value);
    return `--${name} ${/^[\w-]+$/.test(text) ? text : `"${text}"`}`;
  });
  return [command, ...given].join(' ');
}

/** A line to type in a terminal for each command that has an example and is there for everyone. */
export function terminalQuestions(commands: Iterable<AnyCommand>): string[] {
  return Array.from(commands).flatMap(({ definition: { name }, scope, examples: [example] = [] }) =>
    scope === 'everywhere' && example !== undefined
      ? [`npm run --silent ask -- ${inTerminal(name, example)}`]
      : [],
  );
}
