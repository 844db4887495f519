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

/** A button that can be pressed: a link cannot. */
export type PressableButton = APIButtonComponentWithCustomId;

export interface HeldMessageStart {
  /** id, channel_id, author, interaction_metadata and whatever else the content does not change. */
  frame: JsonObject & { id: string };
  /** The user who alone sees it; null where everyone does. */
  onlyFor: string | null;
  loading: boolean;
}

/** A message as Discord holds it: the body of the bot's last request applied to what was there. */
export class HeldMessage {
  readonly id: string;
  /** The user who alone sees it; null where everyone does. */
  readonly onlyFor: string | null;
  /** The uploaded files that it has, by name. */
  files: ReadonlyMap<string, UploadedFile> = new Map();
  /** "… is thinking": deferred, and nothing came yet. */
  loading: boolean;
  deleted = false;
  /** Whom its content has notified, with every body that it was given. */
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

  /** What Discord would give for it now; attachments in embeds stay `attachment://name`. */
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

  /**
   * Applies a body: fields that it does not name stay, null empties them.
   *
   * @param path where the message stands in the request's body, for errors
   * @throws ApiError where it goes over a limit, names a file that is not there, or leaves nothing to show
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

/** Discord numbers components that come without an id, from 1 in the order in which they stand. */
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
