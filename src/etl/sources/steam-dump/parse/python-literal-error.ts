import { LineSyntaxError } from './syntax-error.ts';

/** The text is not a Python literal, or is one of the kinds that `parsePythonLiteral` refuses. */
export class LiteralSyntaxError extends LineSyntaxError {}
