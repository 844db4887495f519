import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { z } from 'zod';

/** A frame from the gateway in the shape that @discordjs/ws takes for granted. */
export interface Frame {
  op: number;
  d: unknown;
  s: number | null;
  t: string | null;
}

/** A frame that is not what Discord documents; the message says what is wrong, and repeats nothing of the frame. */
export class FrameError extends Error {
  constructor(problem: string) {
    super(`a frame of the gateway is ignored: ${problem}`);
    this.name = 'FrameError';
  }
}

/** The bounds of the milliseconds between heartbeats; Discord asks for about 41,000. */
const HEARTBEAT_MS = { least: 10, most: 3_600_000 };

const HELLO = z.object({ heartbeat_interval: z.number().min(HEARTBEAT_MS.least).max(HEARTBEAT_MS.most) });

/**
 * The fields of READY that the program reads. All other fields are dropped, so that no change of them can matter. discord.js gets no
 * servers: it would build an object for each.
 */
const READY = z
  .object({
    session_id: z.string().min(1),
    resume_gateway_url: z.string().refine(isGatewayUrl),
    user: z.object({ id: z.string() }),
    application: z.object({ id: z.string() }),
    guilds: z.array(z.object({ id: z.string() })),
  })
  .transform(({ guilds, ...ready }) => ({ ...ready, guilds: [], guildIds: guilds.map(({ id }) => id) }));

/** The `d` of READY as `readFrame` gives it. */
export type Ready = z.infer<typeof READY>;

/** The shape of `d` by event; events that are not named here are passed on as they are. */
const EVENTS: Readonly<Record<string, z.ZodType>> = { [GatewayDispatchEvents.Ready]: READY };

/**
 * Reads a frame of the gateway. @discordjs/ws would let an exception end the process where a frame lacks one of the fields
 * that it reads.
 *
 * @throws FrameError where it is no JSON, of an unknown kind, or lacks what its kind needs
 */
export function readFrame(data: unknown): Frame {
  const { op, d, s, t } = Object(parsed(data)) as Record<string, unknown>;
  const frame = { op: Number(op), d: d ?? null, s: Number.isSafeInteger(s) ? Number(s) : null, t: null };
  switch (op) {
    case GatewayOpcodes.Dispatch: {
      if (typeof t !== 'string') throw new FrameError('an event without a name');
      const shape = EVENTS[t];
      return { ...frame, t, ...(shape === undefined ? {} : { d: shaped(shape, d, t) }) };
    }
    case GatewayOpcodes.Hello:
      return { ...frame, d: shaped(HELLO, d, 'HELLO') };
    case GatewayOpcodes.InvalidSession:
      return { ...frame, d: d === true };
    case GatewayOpcodes.Heartbeat:
    case GatewayOpcodes.HeartbeatAck:
    case GatewayOpcodes.Reconnect:
      return frame;
    default:
      throw new FrameError('its kind (`op`) is unknown');
  }
}

/** Whether a WebSocket can be opened to this address. */
export function isGatewayUrl(text: unknown): boolean {
  if (typeof text !== 'string' || !URL.canParse(text)) return false;
  return /^wss?:$/.test(new URL(text).protocol) && !text.includes('#');
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') throw new FrameError('it is compressed, which was not asked for');
  try {
    return JSON.parse(data);
  } catch {
    throw new FrameError('it is no JSON');
  }
}

function shaped(shape: z.ZodType, d: unknown, kind: string): unknown {
  const { success, data, error } = shape.safeParse(d);
  if (success) return data;
  const fields = new Set(error.issues.map(({ path }) => ['d', ...path.map(String)].join('.')));
  throw new FrameError(`${kind} has an unknown shape (${[...fields].slice(0, 5).join(', ')})`);
}
