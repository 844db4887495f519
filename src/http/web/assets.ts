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

/** Routes for the style sheets, scripts and pictures of the pages. A browser checks each file for changes on every use. */
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
