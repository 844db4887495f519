import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import path from 'node:path/posix';
import { type ParseResult, parseSync, Visitor } from 'oxc-parser';

/** An import of a file of ours or of a package. */
export interface Import {
  /** The importing file, from the root of the project. */
  readonly from: string;
  readonly line: number;
  /** The imported file, from the root of the project, or the name of a package (`node:fs` for `fs/promises`). */
  readonly to: string;
  /** A `start` names a file for another thread to run; this thread does not load it. */
  readonly kind: 'import' | 'start' | 'package';
}

interface Found {
  readonly start: number;
  readonly name: string;
  readonly isUrl?: boolean;
}

/** The code of a project: its files, from the root of the project, and all their imports. */
export interface Code {
  readonly files: readonly string[];
  readonly imports: readonly Import[];
}

const FOLDERS = ['src', 'locales', 'test', 'bench', 'scripts'];
/** The endings of files with code. */
const CODE = /\.[cm]?[jt]s$/;
/** The names of Node's modules that may be written without `node:` and matter to a wall. */
const NODE_MODULES = new Set(['fs', 'net', 'http', 'https']);

/**
 * Reads the code of a project.
 *
 * @param root the project's folder; it may lack some of the folders with code
 * @throws an error that names the file that cannot be read as code
 */
export function readCode(root: string): Code {
  const files = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => CODE.test(name))
      .sort(),
  );
  return { files, imports: files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8'))) };
}

/**
 * The imports of a file: imports and re-exports of values and types, `import()` of a literal name, the type `import('…')`,
 * and files named by `new URL('….ts', import.meta.url)`, such as those of workers.
 *
 * @param file its path from the root of the project
 * @throws an error that names the file if it cannot be read as code
 */
function importsOf(file: string, text: string): Import[] {
  const { module, program, errors } = parseSync(file, text, { sourceType: 'module' });
  if (errors.length > 0) throw new Error(`${file} cannot be read as code: ${errors[0]!.message}`);
  const found: Found[] = [];
  for (const { moduleRequest } of module.staticImports) {
    found.push({ start: moduleRequest.start, name: moduleRequest.value });
  }
  for (const { moduleRequest } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest) found.push({ start: moduleRequest.start, name: moduleRequest.value });
  }
  // A walk through the syntax tree costs far more than the list of imports above, and few files need it.
  if (/\bimport\(|\bnew URL\(/.test(text)) found.push(...namedInside(program));
  const once = new Map(found.map((each) => [each.start, each]));
  // Files of ours without code, such as package.json, are in no room.
  const code = [...once.values()].filter(({ name }) => !name.startsWith('.') || CODE.test(name));
  return code.map((each) => ({
    from: file,
    line: text.slice(0, each.start).split('\n').length,
    ...target(file, each),
  }));
}

function namedInside(program: ParseResult['program']): Found[] {
  const found: Found[] = [];
  const add = (node: { type: string; start: number; value?: unknown }) => {
    if (isText(node)) found.push({ start: node.start, name: node.value });
  };
  new Visitor({
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
    NewExpression({ callee, arguments: [name, base] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'URL' || !isHere(base)) return;
      if (isText(name) && CODE.test(name.value)) {
        found.push({ start: name.start, name: name.value, isUrl: true });
      }
    },
  }).visit(program);
  return found;
}

function isText<Node extends { type: string; value?: unknown }>(
  node: Node | undefined,
): node is Node & { value: string } {
  return node?.type === 'Literal' && typeof node.value === 'string';
}

/** Whether an expression is `import.meta.url`. */
function isHere(node: { type: string; object?: { type: string } } | undefined): boolean {
  return node?.type === 'MemberExpression' && node.object?.type === 'MetaProperty';
}

function target(file: string, { name, isUrl = false }: Found): Pick<Import, 'to' | 'kind'> {
  if (isUrl || name.startsWith('.')) {
    return { to: path.join(path.dirname(file), name), kind: isUrl ? 'start' : 'import' };
  }
  const parts = name.split('/');
  const whole = name.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
  return { to: NODE_MODULES.has(whole) ? `node:${whole}` : whole, kind: 'package' };
}
