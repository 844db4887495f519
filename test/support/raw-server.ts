import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A server that speaks no protocol: a test says what it does with each connection, byte for byte. */
export class RawServer {
  /** The bytes that clients have sent, as text, by connection. */
  readonly heard: string[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server;

  /** @param talk is called with each connection; `heard` in it gives the next bytes of the client */
  constructor(talk: (socket: Socket, heard: () => Promise<Buffer>) => unknown) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => this.#sockets.delete(socket));
      const place = this.heard.push('') - 1;
      const pieces: Buffer[] = [];
      let wake = () => {};
      socket.on('data', (bytes) => {
        this.heard[place] += bytes.toString('latin1');
        pieces.push(bytes);
        wake();
      });
      void talk(socket, async () => {
        while (pieces.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        return pieces.shift()!;
      });
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
}

/** Sends bytes for as long as the other side takes them. */
export function endless(socket: Socket, bytes: Buffer | string): void {
  const send = () => {
    while (!socket.destroyed && socket.write(bytes));
    socket.once('drain', send);
  };
  send();
}
