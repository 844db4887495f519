/** The purpose of a request. */
export type RouteName =
  | 'callback'
  | 'edit'
  | 'followup'
  | 'read-message'
  | 'delete'
  | 'commands'
  | 'gateway'
  | 'account'
  | 'unknown';

/** One request of the bot. */
export interface LoggedRequest {
  route: RouteName;
  method: string;
  /** The path without base, version and query: `/webhooks/1/abc/messages/@original`. */
  path: string;
  query: Record<string, string>;
  payload: unknown;
  /** The status of the response; 0 if the connection was cut instead. */
  status: number;
  /** Milliseconds since 1970, by the stand-in's clock. */
  at: number;
  /** Whether a fault that the test asked for answered it. */
  injected: boolean;
}

/**
 * Something that the bot did and Discord refuses, over REST or the gateway. Faults that a test asks for don't count.
 */
export interface Violation {
  route: RouteName | 'gateway-connection';
  /** The HTTP status or the close code. */
  status: number;
  /** Discord's error code: 10062, 40060, 50035… */
  code: number;
  reason: string;
  payload: unknown;
}

/** A record of all that happened, for tests to read. */
export class Journal {
  readonly requests: LoggedRequest[] = [];
  readonly violations: Violation[] = [];
}
