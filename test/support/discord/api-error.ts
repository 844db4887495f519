import type { FieldError } from './field-errors.ts';
import type { JsonObject } from './json.ts';

/** A refusal in Discord's form: the HTTP status, Discord's own code, and for a body the fields at fault. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly fields: readonly FieldError[];

  constructor(status: number, code: number, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }

  /** The body of the response. `errors` is a tree of fields; each leaf is `{"_errors": [{code, message}]}`. */
  body(): JsonObject {
    if (this.fields.length === 0) return { message: this.message, code: this.code };
    const errors: JsonObject = {};
    for (const { path, code, message } of this.fields) {
      let node = errors;
      for (const step of path) {
        node[step] ??= {};
        node = node[step] as JsonObject;
      }
      node._errors ??= [];
      (node._errors as unknown[]).push({ code, message });
    }
    return { message: this.message, code: this.code, errors };
  }

  /** The message and each field at fault, for people. */
  describe(): string {
    const fields = this.fields.map(({ path, code, message }) => `${path.join('.')}: ${message} (${code})`);
    return [this.message, ...fields].join('; ');
  }
}

export const invalidForm = (fields: readonly FieldError[]) =>
  new ApiError(400, 50035, 'Invalid Form Body', fields);
export const unauthorized = () => new ApiError(401, 0, '401: Unauthorized');
export const notFound = () => new ApiError(404, 0, '404: Not Found');
export const missingAccess = () => new ApiError(403, 50001, 'Missing Access');
export const unknownInteraction = () => new ApiError(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = () =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const unknownWebhook = () => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownMessage = () => new ApiError(404, 10008, 'Unknown Message');
export const unknownCommand = () => new ApiError(404, 10063, 'Unknown application command');
export const expiredToken = () => new ApiError(401, 50027, 'Invalid Webhook Token');
export const emptyMessage = () => new ApiError(400, 50006, 'Cannot send an empty message');
export const tooLarge = () => new ApiError(413, 40005, 'Request entity too large');
