import { expect, test } from 'vitest';
import { Words } from '../../../locales/words.ts';
import { leftOut } from '../../../src/commands/admin/left-out.ts';

test('the reasons of records left out are words, the most frequent first', () => {
  const rejected = {
    'missing-id': 3,
    'invalid-item_id': 20,
    'looks-like-reviews': 2,
    'line-too-long': 1,
    'unterminated-string': 7,
  };
  expect(leftOut(rejected, Words.of('en-US')).split('\n')).toEqual([
    '20 · item\\_id has an impossible value',
    '7 · the line cannot be read: unterminated-string',
    '3 · id is missing',
    '2 · the line is from another file: reviews',
    '1 · the line is too long',
  ]);
  expect(leftOut(rejected, Words.of('es-ES')).split('\n')).toEqual([
    '20 · item\\_id tiene un valor imposible',
    '7 · la línea no se puede leer: unterminated-string',
    '3 · falta id',
    '2 · la línea es de otro archivo: reviews',
    '1 · la línea es demasiado larga',
  ]);
});
