import type { ServerResponse } from 'node:http';

/** A way of cutting a connection instead of answering. */
export interface Cut {
  /** `unread`: the request is neither read nor carried out. `unanswered`: it is read. `half`: it is carried out, and half of the answer is sent. */
  when: 'unread' | 'unanswered' | 'half';
  /** Whether the connection is closed in order (FIN) or reset (RST), as TCP names them (RFC 9293). */
  how: 'FIN' | 'RST';
}

/** Cuts the connection of a request. @param body the answer of which half is sent; null for nothing */
export function cutConnection(
  response: ServerResponse,
  { how }: Pick<Cut, 'how'>,
  body: string | null,
): void {
  const { socket } = response;
  if (socket === null || socket.destroyed) return;
  const end = () => {
    if (how === 'RST') socket.resetAndDestroy();
    else socket.destroySoon();
  };
  if (body === null) end();
  else socket.write(halfOf(body), end);
}

/** The first bytes of an answer that promises more of them. */
function halfOf(body: string): string {
  const length = Math.max(2, Buffer.byteLength(body));
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
  return head + body.slice(0, body.length >> 1);
}
