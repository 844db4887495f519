import fc from 'fast-check';

/** White space that may stand between the parts of a literal within brackets. */
const gap = fc.constantFrom('', '', '', ' ', ' ', '\t', '\n', '\r\n', ' \r  \n');

const escapes = [
  ...[
    '\\\\',
    "\\'",
    '\\"',
    '\\a',
    '\\b',
    '\\f',
    '\\n',
    '\\r',
    '\\t',
    '\\v',
    '\\0',
    '\\7',
    '\\101',
    '\\377',
    '\\777',
  ],
  ...['\\x00', '\\x41', '\\xe9', '\\xFF', '\\u0041', '\\u2028', '\\uD83D\\uDE00', '\\ud800', '\\uDFFF'],
  ...['\\U0001F600', '\\U0010ffff', '\\/', '\\q', '\\8', '\\é', '\\\n', '\\\r\n', '\\{'],
];
const badEscapes = ['\\x4', '\\u12', '\\U00110000', '\\N{EM DASH}', '\\N'];

const stringPiece = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 4, arbitrary: fc.string({ maxLength: 80 }) },
  { weight: 8, arbitrary: fc.constantFrom(...escapes) },
  { weight: 2, arbitrary: fc.constantFrom('"', "'", '""', "''", '\n', '\r', '\r\n', '#', '😀', 'é') },
  { weight: 1, arbitrary: fc.constantFrom(...badEscapes) },
);

const oneString = fc
  .record({
    prefix: fc.constantFrom('', '', '', '', 'u', 'U', 'r', 'R'),
    quotes: fc.constantFrom("'", "'", '"', "'''", '"""'),
    pieces: fc.array(stringPiece, { maxLength: 4 }),
  })
  .map(({ prefix, quotes, pieces }) => {
    // Most strings should be whole. The mutations further below tear some apart.
    const raw = pieces.join('').replaceAll('\0', '');
    const body = quotes.length === 1 ? raw.replaceAll(/(?<!\\)(?:\r\n|\n|\r)/g, ' ') : raw;
    return `${prefix}${quotes}${body.replaceAll(new RegExp(`(?<!\\\\)${quotes[0]}`, 'g'), '`')}${quotes}`;
  });

const string = fc.oneof(
  { weight: 6, arbitrary: oneString },
  { weight: 1, arbitrary: fc.tuple(oneString, gap, oneString).map((parts) => parts.join('')) },
);

const unsigned = fc.oneof(
  fc.nat().map(String),
  fc.bigInt({ min: 0n, max: 2n ** 70n }).map(String),
  fc.constantFrom(
    '9007199254740991',
    '9007199254740992',
    '00',
    '0_0',
    '1_000',
    '0x_fF',
    '0O17',
    '0b1_01',
    '0XABCDEF0123456789',
  ),
  fc.double({ noNaN: true, min: 0, noDefaultInfinity: true }).map(String),
  fc.constantFrom('1.', '.5', '1_0.2_5e+1_0', '01.5', '09e1', '1E-400', '1e999', '0.0', '0e0', 'nan', 'inf'),
);
const number = fc
  .tuple(fc.constantFrom('', '', '', '-', '+', '- ', '--'), unsigned, fc.boolean())
  .map(([sign, digits, wrapped]) => sign + (wrapped ? `(${digits})` : digits));

const refused = fc.constantFrom(
  "b'x'",
  "rb'x'",
  "f'x'",
  '...',
  '1j',
  '2.5J',
  '{1, 2}',
  "{1: 'a'}",
  '{None: 1}',
  'set()',
  'name',
);

/** Literals of every kind, some of them of kinds that are refused. */
export const literal = fc.letrec<{ value: string; item: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: string },
    { weight: 4, arbitrary: number },
    { weight: 3, arbitrary: fc.constantFrom('None', 'True', 'False', '{}', '[]', '()') },
    { weight: 1, arbitrary: refused.filter((text) => text.length > 0) },
    { weight: 4, arbitrary: bracketed('[', ']', tie('item')) },
    { weight: 3, arbitrary: bracketed('(', ')', tie('item')) },
    {
      weight: 6,
      arbitrary: bracketed(
        '{',
        '}',
        fc.tuple(string, gap, gap, tie('item')).map(([k, a, b, v]) => `${k}${a}:${b}${v}`),
      ),
    },
  ),
  item: tie('value'),
})).value;

function bracketed(open: string, close: string, item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.tuple(gap, item, gap), { maxLength: 4 }), fc.boolean(), gap)
    .map(([items, comma, space]) => {
      const inner = items.map((parts) => parts.join('')).join(',');
      return `${open}${inner}${comma && items.length > 0 ? ',' : ''}${space}${close}`;
    });
}

const scrap = fc.oneof(
  fc.constantFrom(...'\'"\\()[]{},:+-._0189eExXoObBjJaAnNuUrRfF \t\n\r\f#'),
  fc.constantFrom(
    "'''",
    '"""',
    'None',
    'True',
    'nan',
    '-inf',
    '...',
    '\\N{DASH}',
    '0x',
    '1_',
    'é',
    '😀',
    ' if ',
    '**',
    '# ',
  ),
);

interface Edit {
  at: number;
  removed: number;
  inserted: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 1, 1, 2, 5),
  inserted: fc.oneof(fc.constant(''), scrap),
});

/** Literals in which a few characters were removed and inserted. Most are no literals any more. */
export const damagedLiteral = fc
  .tuple(literal, fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([text, edits]) => edits.reduce(applyEdit, text));

function applyEdit(text: string, { at, removed, inserted }: Edit): string {
  const characters = Array.from(text);
  characters.splice(Math.floor(at * (characters.length + 1)), removed, inserted);
  return characters.join('');
}
