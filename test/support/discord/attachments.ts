import type { FieldError, FieldPath } from './field-errors.ts';
import { type JsonObject, objectsOf } from './json.ts';
import type { UploadedFile } from './request-body.ts';

/** The attachments of a message after a request. */
export interface Attached {
  attachments: JsonObject[];
  /** The uploaded files by name. */
  files: ReadonlyMap<string, UploadedFile>;
  errors: FieldError[];
}

let lastId = 1_000_000_000_000_000_000n;

function newAttachmentId(): string {
  lastId += 1n;
  return lastId.toString();
}

/**
 * Finds out which attachments stay and which are added. An entry of the body's `attachments` whose id is the n of a
 * `files[n]` describes that file. Any other entry keeps an existing attachment. If the body has no `attachments`, all stay.
 * https://docs.discord.com/developers/reference#uploading-files
 */
export function attachFiles(
  current: readonly JsonObject[],
  currentFiles: ReadonlyMap<string, UploadedFile>,
  body: JsonObject,
  uploads: ReadonlyMap<number, UploadedFile>,
  path: FieldPath,
): Attached {
  const errors: FieldError[] = [];
  const files = new Map<string, UploadedFile>();
  const attachments: JsonObject[] = [];
  const described = new Set<number>();

  const add = (index: number, entry: JsonObject) => {
    const upload = uploads.get(index)!;
    const name = typeof entry.filename === 'string' ? entry.filename : upload.name;
    described.add(index);
    files.set(name, upload);
    attachments.push({
      id: newAttachmentId(),
      filename: name,
      size: upload.bytes.length,
      url: `https://cdn.discordapp.com/ephemeral-attachments/${name}`,
      proxy_url: `https://media.discordapp.net/ephemeral-attachments/${name}`,
      content_type: upload.contentType,
      ...(typeof entry.description === 'string' ? { description: entry.description } : {}),
    });
  };
  const keep = (attachment: JsonObject) => {
    const name = String(attachment.filename);
    attachments.push(attachment);
    const file = currentFiles.get(name);
    if (file !== undefined) files.set(name, file);
  };

  const listed =
    body.attachments === undefined || body.attachments === null ? null : objectsOf(body.attachments);
  if (listed === null) for (const attachment of current) keep(attachment);
  for (const [position, entry] of (listed ?? []).entries()) {
    const existing = current.find(({ id }) => id === String(entry.id));
    if (uploads.has(Number(entry.id))) add(Number(entry.id), entry);
    else if (existing !== undefined) keep(existing);
    else {
      const message = `Neither files[${entry.id}] nor an attachment of the message.`;
      errors.push({ path: [...path, position, 'id'], code: 'ATTACHMENT_MISSING', message });
    }
  }
  for (const index of uploads.keys()) {
    if (described.has(index)) continue;
    if (listed === null) add(index, {});
    else {
      const message = `files[${index}] is not in attachments.`;
      errors.push({ path: [...path, index], code: 'ATTACHMENT_NOT_LISTED', message });
    }
  }
  return { attachments, files, errors };
}
