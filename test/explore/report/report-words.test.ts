import { expect, test } from 'vitest';
import { ReportWords } from '../../../src/explore/report/report-words.ts';

test.each([
  ['missing-user_id', 'user_id is missing', 'falta user_id'],
  ['line-too-long', 'the line is too long', 'la línea es demasiado larga'],
  [
    'unterminated-string',
    'the line cannot be read: unterminated-string',
    'la línea no se puede leer: unterminated-string',
  ],
])('the report puts the reason %s into words', (code, english, spanish) => {
  expect(new ReportWords('en').reason(code)).toBe(english);
  expect(new ReportWords('es').reason(code)).toBe(spanish);
});
