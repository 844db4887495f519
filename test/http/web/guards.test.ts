import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages, type HttpServer, listen } from '../../../src/http/server.ts';
import { FakeSources, sourcesWith } from '../preview/fake-sources.ts';

const pages = createPages(sourcesWith(new FakeSources()));

const QUESTION = JSON.stringify({ command: 'users-recommend', options: { year: 2015 } });

function ask(headers: Record<string, string>) {
  return pages.request('http://localhost:3000/api/ask', {
    method: 'POST',
    body: QUESTION,
    headers: { host: 'localhost:3000', ...headers },
  });
}

describe('a request under a host name (DNS rebinding)', () => {
  it.each(['localhost:3000', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000', '127.0.0.1'])(
    'is answered under a name of our own: %s',
    async (host) => {
      expect((await pages.request('/', { headers: { host } })).status).toBe(200);
    },
  );

  it.each([
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.0.7:3000',
    '0.0.0.0:3000',
    'localhost@evil.example',
    'evil.example/localhost',
    '',
  ])('is refused under any other: "%s"', async (host) => {
    for (const path of [
      '/',
      '/commands/help',
      '/api/commands',
      '/api/ask?command=help',
      '/assets/page.css',
    ]) {
      expect((await pages.request(path, { headers: { host } })).status).toBe(403);
    }
  });

  it('is answered under the configured name', async () => {
    const named = createPages({ ...sourcesWith(new FakeSources()), host: 'bot.internal' });
    expect((await named.request('/', { headers: { host: 'bot.internal:3000' } })).status).toBe(200);
    expect((await named.request('/', { headers: { host: 'evil.example:3000' } })).status).toBe(403);
  });

  it.each(['0.0.0.0', '::'])(
    'is answered under any address, but no name, if the program listens on every interface: %s',
    async (host) => {
      const open = createPages({ ...sourcesWith(new FakeSources()), host });
      for (const own of ['192.168.0.7:3000', '[fd00::7]:3000', 'localhost:3000']) {
        expect((await open.request('/', { headers: { host: own } })).status).toBe(200);
      }
      expect((await open.request('/', { headers: { host: 'evil.example' } })).status).toBe(403);
    },
  );

  it('is answered under the hosts that the operator allows, with their own ports', async () => {
    const allowedHosts = ['bot.example.org', 'localhost:8080', '[fd00::7]:8443'];
    const open = createPages({ ...sourcesWith(new FakeSources()), allowedHosts });
    for (const host of ['bot.example.org', 'BOT.example.org', 'bot.example.org:80', '[fd00::7]:8443']) {
      expect((await open.request('/', { headers: { host } })).status).toBe(200);
    }
    for (const host of ['bot.example.org:8080', 'www.bot.example.org', 'evil.example', '[fd00::7]']) {
      const refused = await open.request('/', { headers: { host } });
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain('HTTP_ALLOWED_HOSTS');
    }
    const pressed = (origin: string) =>
      open.request('/api/ask', {
        method: 'POST',
        body: QUESTION,
        headers: { host: 'bot.example.org', origin },
      });
    expect((await pressed('https://bot.example.org')).status).toBe(200);
    expect((await pressed('https://evil.example')).status).toBe(403);
  });

  it.each(['/healthz', '/readyz'])('is answered under any name for probes: %s', async (path) => {
    expect((await pages.request(path, { headers: { host: '10.0.0.7:3000' } })).status).toBe(200);
  });
});

describe('a question from a form or script', () => {
  it.each<[string, Record<string, string>]>([
    ['its own page', { origin: 'http://localhost:3000' }],
    ['a program, which sends no origin', {}],
    ['a browser that says so otherwise', { 'sec-fetch-site': 'same-origin' }],
  ])('is answered for %s', async (_, headers) => {
    expect((await ask(headers)).status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['a site', { origin: 'https://evil.example' }],
    ['another program on this machine', { origin: 'http://localhost:8080' }],
    ['another name of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a file, or a frame without an origin', { origin: 'null' }],
    ['one that hides it', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused for %s', async (_, headers) => {
    expect((await ask(headers)).status).toBe(403);
    const pressed = await pages.request('/press', {
      method: 'POST',
      headers: { host: 'localhost:3000', ...headers },
    });
    expect(pressed.status).toBe(403);
  });
});

describe('a request of a script that only reads', () => {
  const read = (path: string, headers: Record<string, string>) =>
    pages.request(path, { headers: { host: 'localhost:3000', ...headers } });

  it.each(['https://evil.example', 'http://localhost:8080', 'null'])('is refused from %s', async (origin) => {
    for (const path of ['/', '/commands/help', '/api/commands', '/api/ask?command=help']) {
      expect((await read(path, { origin })).status).toBe(403);
    }
  });

  it('is answered from our own page, and so is a link on another site', async () => {
    expect((await read('/api/commands', { origin: 'http://localhost:3000' })).status).toBe(200);
    expect((await read('/commands/help', { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
  });
});

describe('through a socket', () => {
  let server: HttpServer;
  beforeAll(async () => {
    const allowedHosts = ['localhost:1', 'bot.example.org'];
    server = await listen(createPages({ ...sourcesWith(new FakeSources()), allowedHosts }), '127.0.0.1', 0);
  });
  afterAll(() => server.close());

  /** The status of a request with another host header, which fetch would not send. */
  function statusFor(host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const sent = request(server.url, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.once('error', reject);
      sent.end();
    });
  }

  it('an allowed host is answered whatever the port of the server, as behind a tunnel or a proxy', async () => {
    expect(await statusFor('localhost:1')).toBe(200);
    expect(await statusFor('localhost:2')).toBe(403);
    expect(await statusFor('bot.example.org')).toBe(200);
  });

  it('only the port of the server is answered', async () => {
    const port = Number(new URL(server.url).port);
    expect(await statusFor(`localhost:${port}`)).toBe(200);
    expect(await statusFor(`localhost:${port + 1}`)).toBe(403);
    expect(await statusFor('localhost')).toBe(403);
    expect(await statusFor(`evil.example:${port}`)).toBe(403);
  });
});
