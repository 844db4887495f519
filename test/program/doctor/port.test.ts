import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../../../src/database/embedded/postmaster.ts';
import { createPages, type HttpServer, listen } from '../../../src/http/server.ts';
import { look } from './look.ts';

const port = (number: number, host = '127.0.0.1') =>
  look('port', { HTTP_PORT: String(number), HTTP_HOST: host });

test('a free port is all right', async () => {
  const free = await freePort();
  expect(await port(free)).toMatchObject({ outcome: 'ok', message: `127.0.0.1:${free} is free` });
  expect(await port(0)).toMatchObject({ outcome: 'ok', message: 'any free port of 127.0.0.1' });
});

describe('a port that is taken', () => {
  let other: Server | undefined;
  let pages: HttpServer | undefined;
  afterEach(async () => {
    other?.closeAllConnections();
    other?.close();
    await pages?.close();
  });

  async function take(answer: RequestListener): Promise<number> {
    other = createServer(answer);
    await new Promise<void>((resolve) => other!.listen(0, '127.0.0.1', resolve));
    return (other.address() as AddressInfo).port;
  }

  test('by Steamscope is all right', async () => {
    pages = await listen(
      createPages({ dataSet: () => Promise.resolve(null), activity: () => null }),
      '127.0.0.1',
      0,
    );
    const taken = Number(new URL(pages.url).port);
    expect(await port(taken)).toMatchObject({
      outcome: 'ok',
      message: `127.0.0.1:${taken}: Steamscope is running there`,
    });
  });

  test.each<[string, RequestListener]>([
    ['answers something else', (_, response) => response.end('<title>Grafana</title>')],
    ['never answers', () => {}],
  ])('by a program that %s is wrong', async (_, answer) => {
    const taken = await take(answer);
    expect(await port(taken)).toMatchObject({
      outcome: 'wrong',
      message: `127.0.0.1:${taken} is taken by another program`,
      cure: expect.stringContaining('HTTP_PORT'),
    });
  });
});

test('a host that is no address of this machine is wrong', async () => {
  // TEST-NET-1 (RFC 5737): no machine has this address.
  expect(await port(0, '192.0.2.1')).toMatchObject({
    outcome: 'wrong',
    message: '192.0.2.1:0 is no address of this machine (EADDRNOTAVAIL)',
    cure: expect.stringContaining('HTTP_HOST'),
  });
});
