import { existsSync, readFileSync } from 'node:fs';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import * as lasting from '../../src/database/schema/lasting.ts';

const privacy = readFileSync('docs/privacy.md', 'utf8');

test('docs/privacy.md names every table that no refresh replaces', () => {
  const tables = Object.values(lasting).flatMap((each) =>
    is(each, PgTable) ? [getTableConfig(each).name] : [],
  );
  expect(tables.length).toBeGreaterThan(0);
  for (const table of tables) expect(privacy).toContain(`\`${table}\``);
});

test('docs/privacy.md names files that are there', () => {
  const files = [...privacy.matchAll(/`(src\/[^`]+)`/g)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(existsSync(file), file).toBe(true);
});
