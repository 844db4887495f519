import type { IncomingMessage } from 'node:http';
import { ApiError, invalidForm, tooLarge } from './api-error.ts';
import type { FieldError } from './field-errors.ts';

/** A file that the bot has uploaded. */
export interface UploadedFile {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface RequestBody {
  /** The JSON body, or a form's `payload_json`; undefined without a body. */
  payload: unknown;
  /** The uploaded files by the n of `files[n]`. */
  files: ReadonlyMap<number, UploadedFile>;
}

/** The most bytes of an application's attachment, as interactions tell in `attachment_size_limit`. */
export const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

/** Reads JSON or a multipart form. @throws ApiError if the body is neither, or a file is too large */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { payload: undefined, files: new Map() };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { payload: parse(bytes.toString('utf8')), files: new Map() };
}

async function readForm(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files = new Map<number, UploadedFile>();
  const errors: FieldError[] = [];
  let payload: unknown;
  for (const [key, value] of form.entries()) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (typeof value === 'string') {
      if (key === 'payload_json') payload = parse(value);
      else
        errors.push({
          path: [key],
          code: 'UNKNOWN_PART',
          message: 'Only payload_json and files[n] are read.',
        });
    } else if (index === undefined) {
      errors.push({ path: [key], code: 'UNKNOWN_PART', message: 'A file is files[n].' });
    } else {
      const content = new Uint8Array(await value.arrayBuffer());
      if (content.length > ATTACHMENT_SIZE_LIMIT) throw tooLarge();
      files.set(Number(index), { name: value.name, contentType: value.type, bytes: content });
    }
  }
  if (files.size > 10)
    errors.push({ path: ['files'], code: 'BASE_TYPE_MAX_LENGTH', message: 'More than 10 files.' });
  if (errors.length > 0) throw invalidForm(errors);
  return { payload: payload ?? {}, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}
