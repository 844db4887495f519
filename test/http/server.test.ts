import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageDataSet } from '../../src/http/preview/page-data-set.ts';
import { createPages, type HttpServer, type HttpSources, listen } from '../../src/http/server.ts';

const DATA_SET: PageDataSet = {
  id: 7,
  publishedAt: new Date('2026-11-24T08:05:09Z'),
  summary: {
    invented: false,
    games: 32_135,
    users: 88_310,
    libraryRows: 5_153_209,
    reviews: 59_305,
    span: { from: '2010-10-15', to: '2016-12-31' },
  },
};

const loaded: HttpSources = { dataSet: async () => DATA_SET, activity: () => null };
const empty: HttpSources = { dataSet: async () => null, activity: () => null };
const broken: HttpSources = {
  dataSet: async () => {
    throw new Error('connect ECONNREFUSED postgres://user:hunter2@host');
  },
  activity: () => null,
};

const opened: HttpServer[] = [];

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

describe('/healthz', () => {
  it.each([
    ['with a data set', loaded],
    ['without one', empty],
    ['without a database', broken],
  ])('says that the process is alive, %s', async (_, sources) => {
    const response = await createPages(sources).request('/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toStrictEqual({ status: 'alive' });
  });
});

describe('/readyz', () => {
  it.each<[when: string, sources: HttpSources, status: number, body: object]>([
    ['ready with a data set', loaded, 200, { status: 'ready', database: 'ok', dataSet: 'ok' }],
    [
      'not ready without one',
      empty,
      503,
      { status: 'not ready', database: 'ok', dataSet: 'none is loaded yet' },
    ],
    [
      'not ready without a database, and does not say why to strangers',
      broken,
      503,
      { status: 'not ready', database: 'does not answer', dataSet: 'unknown' },
    ],
  ])('is %s', async (_, sources, status, body) => {
    const response = await createPages(sources).request('/readyz');
    expect(response.status).toBe(status);
    expect(await response.json()).toStrictEqual(body);
  });

  it.each<[gateway: 'connected' | 'connecting' | null, status: number, shown: object]>([
    ['connected', 200, { status: 'ready', gateway: 'ok' }],
    ['connecting', 503, { status: 'not ready', gateway: 'connecting' }],
    [null, 200, { status: 'ready' }],
  ])('includes the gateway if there is a token: %s', async (gateway, status, shown) => {
    const response = await createPages({ ...loaded, gateway: () => gateway }).request('/readyz');
    expect(response.status).toBe(status);
    expect(await response.json()).toStrictEqual({ database: 'ok', dataSet: 'ok', ...shown });
  });

  it.each<[waiting: string | null, blocking: boolean, status: number, shown: object]>([
    [null, false, 200, { status: 'ready', discord: 'ok' }],
    ['waits: sending a reply', false, 200, { status: 'ready', discord: 'waits: sending a reply' }],
    ['waits: registering', true, 503, { status: 'not ready', discord: 'waits: registering' }],
  ])('tells what waits for a rate limit of Discord: %s', async (waiting, blocking, status, shown) => {
    const sources = { ...loaded, rateLimits: () => ({ waiting, blocking }) };
    const response = await createPages(sources).request('/readyz');
    expect(response.status).toBe(status);
    expect(await response.json()).toStrictEqual({ database: 'ok', dataSet: 'ok', ...shown });
  });

  it('does not wait for a database that hangs', async () => {
    vi.useFakeTimers();
    try {
      const answer = createPages({ ...loaded, dataSet: () => new Promise(() => {}) }).request('/readyz');
      await vi.advanceTimersByTimeAsync(3000);
      expect((await answer).status).toBe(503);
      expect(await (await answer).json()).toMatchObject({ database: 'does not answer' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('checks anew for every request', async () => {
    let dataSet: PageDataSet | null = null;
    const pages = createPages({ ...loaded, dataSet: async () => dataSet });
    expect((await pages.request('/readyz')).status).toBe(503);
    dataSet = DATA_SET;
    expect((await pages.request('/readyz')).status).toBe(200);
  });
});

describe('/metrics', () => {
  const metrics = async () => ({
    contentType: 'text/plain; version=0.0.4',
    text: 'steamscope_database_up 1\n',
  });

  it('serves the given metrics, also under another host name, as probes use', async () => {
    const pages = createPages({ ...loaded, metrics });
    const response = await pages.request('http://steamscope:3000/metrics', {
      headers: { host: 'steamscope:3000' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4');
    expect(await response.text()).toBe('steamscope_database_up 1\n');
    expect(
      (await pages.request('http://steamscope:3000/', { headers: { host: 'steamscope:3000' } })).status,
    ).toBe(403);
  });

  it('does not exist without metrics', async () => {
    expect((await createPages(loaded).request('/metrics')).status).toBe(404);
  });
});

describe('the page', () => {
  async function page(sources: HttpSources): Promise<string> {
    const response = await createPages(sources).request('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    return response.text();
  }

  it('says which data is loaded and how to ask', async () => {
    const text = await page(loaded);
    for (const shown of ['32,135', '88,310', '5,153,209', '59,305', '2010-10-15', '2016-12-31']) {
      expect(text).toContain(shown);
    }
    expect(text).toContain('7, published 2026-11-24 08:05 UTC');
    expect(text).toContain('npm run --silent ask -- playtime-genre --genre Action');
    expect(text).not.toContain('invented');
  });

  it('says that the sample is invented', async () => {
    const invented = { ...DATA_SET, summary: { ...DATA_SET.summary, invented: true, span: null } };
    expect(await page({ ...loaded, dataSet: async () => invented })).toContain('invented sample');
  });

  it('says that nothing is loaded yet, and shows the progress', async () => {
    const text = await page({ ...empty, activity: () => 'Loading the sample …' });
    expect(text).toContain('Nothing yet.');
    expect(text).toContain('Loading the sample …');
  });

  it('is there without a database, too, and does not say why that is away', async () => {
    const answer = await createPages(broken).request('/');
    expect(answer.status).toBe(503);
    const text = await answer.text();
    expect(text).toContain('The database is not answering.');
    expect(text).not.toMatch(/hunter2|ECONNREFUSED/);
  });

  it('escapes every text', async () => {
    const evil = `<img src=x onerror="alert(1)">&'`;
    const span = { from: evil, to: evil };
    const loadedPage = await page({
      dataSet: async () => ({ ...DATA_SET, summary: { ...DATA_SET.summary, span } }),
      activity: () => null,
    });
    const loadingPage = await page({ dataSet: async () => null, activity: () => evil });
    for (const text of [loadedPage, loadingPage]) expect(text).not.toContain('<img src=x');
    const escaped = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;';
    expect(loadedPage.split(escaped)).toHaveLength(3);
    expect(loadingPage.split(escaped)).toHaveLength(2);
  });

  it.each(['/', '/readyz', '/nothing-here'])('%s allows no script and no frame', async (path) => {
    const { headers } = await createPages(loaded).request(path);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('script-src');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is the only page beside the checks', async () => {
    expect((await createPages(loaded).request('/nothing-here')).status).toBe(404);
    expect((await createPages(loaded).request('/', { method: 'POST' })).status).toBe(404);
  });
});

describe('the server', () => {
  it('listens on its address until it is closed', async () => {
    const server = await listen(createPages(loaded), '127.0.0.1', 0);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('reports that the port is taken', async () => {
    const first = await listen(createPages(loaded), '127.0.0.1', 0);
    opened.push(first);
    const port = Number(new URL(first.url).port);
    await expect(listen(createPages(loaded), '127.0.0.1', port)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
