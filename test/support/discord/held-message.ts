import {
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { emptyMessage, invalidForm } from './api-error.ts';
import { attachFiles } from './attachments.ts';
import type { FieldPath } from './field-errors.ts';
import { isObject, type JsonObject, objectsOf } from './json.ts';
import { checkMessageLimits } from './message-limits.ts';
import { pingsOf } from './pings.ts';
import type { UploadedFile } from './request-body.ts';

const { Ephemeral, Loading, SuppressEmbeds, IsComponentsV2 } = MessageFlags;
/** The flags that an edit can set. */
const EDITABLE = SuppressEmbeds | IsComponentsV2;

/** A button that can be pressed. Links are not among them. */
export type PressableButton = APIButtonComponentWithCustomId;

export interface HeldMessageStart {
  /** id, channel_id, author, interaction_metadata and all other fields that do not depend on the content. */
  frame: JsonObject & { id: string };
  /** The id of the only user who sees it; null if everyone does. */
  onlyFor: string | null;
  loading: boolean;
}

/** A message as Discord holds it: the bot's last request applied to its earlier state. */
export class HeldMessage {
  readonly id: string;
  /** The id of the only user who sees it; null if everyone does. */
  readonly onlyFor: string | null;
  /** Its uploaded files by name. */
  files: ReadonlyMap<string, UploadedFile> = new Map();
  /** Whether it shows "… is thinking": deferred, and still without content. */
  loading: boolean;
  deleted = false;
  /** The mentions by which its content has notified people, over all its bodies. */
  readonly pings: string[] = [];
  #data: JsonObject;
  /** Whether it has ever had content. */
  #applied = false;

  constructor({ frame, onlyFor, loading }: HeldMessageStart) {
    this.id = frame.id;
    this.onlyFor = onlyFor;
    this.loading = loading;
    this.#data = { ...frame, ...EMPTY, flags: this.#ownFlags() };
  }

  get ephemeral(): boolean {
    return this.onlyFor !== null;
  }

  /** The message as Discord would return it now. Attachments in embeds stay `attachment://name`. */
  get data(): APIMessage {
    return structuredClone(this.#data) as unknown as APIMessage;
  }

  get buttons(): PressableButton[] {
    return this.#components().filter(
      ({ type, style }) => type === ComponentType.Button && style !== ButtonStyle.Link,
    ) as unknown as PressableButton[];
  }

  get selects(): APIStringSelectComponent[] {
    return this.#components().filter(
      ({ type }) => type === ComponentType.StringSelect,
    ) as unknown as APIStringSelectComponent[];
  }

  /** Its texts in their order, of embeds or of a layout. */
  get texts(): string[] {
    const inEmbeds = objectsOf(this.#data.embeds).flatMap(({ title, description, fields, footer }) => [
      title,
      description,
      ...objectsOf(fields).flatMap(({ name, value }) => [name, value]),
      isObject(footer) ? footer.text : undefined,
    ]);
    const inLayout = this.#components().map(({ type, content }) =>
      type === ComponentType.TextDisplay ? content : undefined,
    );
    return [...inEmbeds, ...inLayout].filter((text) => typeof text === 'string');
  }

  /**
   * Applies a body. Fields that it leaves out stay; null empties a field.
   *
   * @param path the place of the message in the request's body, for errors
   * @param now milliseconds since 1970
   * @throws ApiError if it exceeds a limit, names a missing file, or leaves nothing to show
   */
  apply(body: JsonObject, uploads: ReadonlyMap<number, UploadedFile>, path: FieldPath, now: number): void {
    const wanted =
      typeof body.flags === 'number' ? body.flags & EDITABLE : Number(this.#data.flags) & EDITABLE;
    const flags = wanted | (Number(this.#data.flags) & IsComponentsV2);
    const attached = attachFiles(objectsOf(this.#data.attachments), this.files, body, uploads, [
      ...path,
      'attachments',
    ]);
    const errors = [
      ...attached.errors,
      ...checkMessageLimits(path, body, new Set(attached.files.keys()), flags),
    ];
    if (errors.length > 0) throw invalidForm(errors);
    const next: JsonObject = { ...this.#data, attachments: attached.attachments };
    if (body.content !== undefined) next.content = body.content ?? '';
    if (body.embeds !== undefined)
      next.embeds = objectsOf(body.embeds).map((embed) => ({ type: 'rich', ...embed }));
    if (body.components !== undefined) next.components = numbered(objectsOf(body.components));
    const shown = [next.embeds, next.components, next.attachments].flatMap(objectsOf);
    if (next.content === '' && shown.length === 0 && !isObject(body.poll)) throw emptyMessage();
    if (this.#applied) next.edited_timestamp = new Date(now).toISOString();
    if (typeof body.content === 'string') this.pings.push(...pingsOf(body.content, body.allowed_mentions));
    this.loading = false;
    this.#applied = true;
    next.flags = this.#ownFlags() | flags;
    next.mention_everyone = this.pings.some((ping) => ping === '@everyone' || ping === '@here');
    this.files = attached.files;
    this.#data = next;
  }

  #ownFlags(): number {
    return (this.ephemeral ? Ephemeral : 0) | (this.loading ? Loading : 0);
  }

  #components(): JsonObject[] {
    const all: JsonObject[] = [];
    const walk = (components: unknown) => {
      for (const component of objectsOf(components)) {
        all.push(structuredClone(component));
        walk(component.components);
        if (isObject(component.accessory)) walk([component.accessory]);
      }
    };
    walk(this.#data.components);
    return all;
  }
}

const EMPTY = {
  content: '',
  embeds: [],
  components: [],
  attachments: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
  edited_timestamp: null,
};

/** Discord numbers components that come without an id, from 1, in order. */
function numbered(components: readonly JsonObject[]): JsonObject[] {
  let next = 1;
  const walk = (items: readonly JsonObject[]): JsonObject[] =>
    items.map((item) => {
      const id = item.id ?? next;
      next += 1;
      const inside = Array.isArray(item.components) ? { components: walk(objectsOf(item.components)) } : {};
      return { ...item, id, ...inside };
    });
  return walk(components);
}
