import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dateFormat, numberFormat } from '../../src/platform/formats.ts';

test('a locale and its options have one format', () => {
  const time = { timeStyle: 'short' } as const;
  expect(numberFormat('es-ES')).toBe(numberFormat('es-ES', {}));
  expect(dateFormat('es-ES', time)).toBe(dateFormat('es-ES', { ...time }));
  expect(numberFormat('es-ES').format(12_345.6)).toBe('12.345,6');
  expect(numberFormat('en-US', { style: 'percent' }).format(0.25)).toBe('25%');
  expect(dateFormat('en-GB', { ...time, timeZone: 'UTC' }).format(new Date(0))).toBe('00:00');
});

test('no other file of the program makes a number or date format', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const makes = (file: string) =>
    /new Intl\.(Number|DateTime)Format/.test(readFileSync(`src/${file}`, 'utf8'));
  expect(files.filter(makes)).toEqual(['platform/formats.ts']);
});
