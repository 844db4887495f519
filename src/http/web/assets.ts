import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

const FOLDER = new URL('../preview/assets/', import.meta.url);

const TYPES: Record<string, string> = {
  'avatar.svg': 'image/svg+xml',
  'page.css': 'text/css; charset=utf-8',
  'message.css': 'text/css; charset=utf-8',
  'preview.js': 'text/javascript; charset=utf-8',
  'combobox.js': 'text/javascript; charset=utf-8',
};

/** The files that the pages use; a browser asks each time whether one has changed. */
export function assetRoutes(): Hono {
  const routes = new Hono();
  routes.use(etag());
  for (const [name, type] of Object.entries(TYPES)) {
    routes.get(`/${name}`, async (c) => {
      const text = await readFile(new URL(name, FOLDER), 'utf8');
      return c.body(text, 200, { 'content-type': type, 'cache-control': 'no-cache' });
    });
  }
  return routes;
}
