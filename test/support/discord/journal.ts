/** What a request is for. */
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

/** One request that the bot made. */
export interface LoggedRequest {
  route: RouteName;
  method: string;
  /** Without the base, the version and the query: `/webhooks/1/abc/messages/@original`. */
  path: string;
  query: Record<string, string>;
  payload: unknown;
  /** The response's status; 0 where the connection was cut instead. */
  status: number;
  /** By the stand-in's clock. */
  at: number;
  /** Whether a fault that the test asked for answered it. */
  injected: boolean;
}

/** Something that the bot did and Discord refuses, over REST or the gateway. Injected faults are none. */
export interface Violation {
  route: RouteName | 'gateway-connection';
  /** HTTP status or close code. */
  status: number;
  /** Discord's error code: 10062, 40060, 50035… */
  code: number;
  reason: string;
  payload: unknown;
}

/** What happened, for tests to look at. */
export class Journal {
  readonly requests: LoggedRequest[] = [];
  readonly violations: Violation[] = [];
}
