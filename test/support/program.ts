import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endChildWithThisProcess } from './end-with-this-process.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
/** The address of tsx. A global set-up of vitest has no `import.meta.resolve`. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The program as a user starts it, with these settings and none of this project's own. It ends with this process at the latest. */
export class Program {
  /** The programs that have not ended. */
  static readonly running = new Set<Program>();
  readonly child: ChildProcess;
  #stdout = '';
  #stderr = '';
  readonly #changed = new Set<() => void>();

  /**
   * @param input the text on its standard input; null leaves the input open for writing to `child.stdin`
   * @param folder the folder that it is started in, where it looks for `.env`
   */
  constructor(
    args: readonly string[],
    settings: Record<string, string>,
    input: string | null = '',
    folder: string = PROJECT,
  ) {
    const { PATH, HOME } = process.env;
    this.child = spawn(process.execPath, ['--import', TSX, CLI, ...args], {
      cwd: folder,
      env: { PATH, HOME, ...settings },
    });
    endChildWithThisProcess(this.child);
    Program.running.add(this);
    this.child.once('exit', () => Program.running.delete(this));
    this.child.stdout!.on('data', (text) => {
      this.#stdout += text;
      this.#wake();
    });
    this.child.stderr!.on('data', (text) => {
      this.#stderr += text;
      this.#wake();
    });
    this.child.once('close', () => this.#wake());
    this.child.stdin!.on('error', () => {});
    if (input !== null) this.child.stdin!.end(input);
  }

  /** Everything that it has written so far, on either output. */
  get written(): string {
    return this.#stdout + this.#stderr;
  }

  /** Waits until the program has written a match on either output. @throws if it ends before */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.#stdout) ?? pattern.exec(this.#stderr);
      if (match !== null) return match;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`it ended without saying ${pattern}:\n${this.#stderr}`);
      }
      await new Promise<void>((resolve) => this.#changed.add(resolve));
    }
  }

  async ended(): Promise<Outcome> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return { status: this.child.exitCode, stdout: this.#stdout, stderr: this.#stderr };
  }

  #wake(): void {
    for (const resolve of this.#changed) resolve();
    this.#changed.clear();
  }
}

/** Runs the program to its end. */
export function run(
  args: readonly string[],
  settings: Record<string, string>,
  input?: string,
  folder?: string,
): Promise<Outcome> {
  return new Program(args, settings, input, folder).ended();
}
