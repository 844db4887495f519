import { LineSyntaxError } from './syntax-error.ts';

/** Thrown when a text is not a Python literal, or is of a kind that `parsePythonLiteral` refuses. */
export class LiteralSyntaxError extends LineSyntaxError {}
