import { randomBytes } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SOURCE_NAMES } from '../../../src/database/schema/sources.ts';
import { EXAMPLES } from './examples.ts';
import { Bytes, utf16, utf32 } from './read-bytes.ts';

let bytes: Bytes;
beforeAll(async () => {
  bytes = await Bytes.begin();
});
afterAll(() => bytes.remove());

const { line } = EXAMPLES.games;
const json = (...all: object[]) => all.map((each) => `${JSON.stringify(each)}\n`).join('');

/** Bytes behind the first ones of a format, which are of no interest. */
const rest = Buffer.alloc(700, 'rest \0\x01\xff', 'latin1');
const begins = (first: string | number[]) =>
  Buffer.concat([typeof first === 'string' ? Buffer.from(first, 'latin1') : Buffer.from(first), rest]);

/** The local header of a zip's first member, of a name. */
const zip = (name: string) =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(26), Buffer.from(name), rest]);

const tar = () => {
  const header = Buffer.alloc(512);
  header.write('steam_games.json');
  header.write('ustar', 257);
  return Buffer.concat([header, Buffer.from(json(line))]);
};

const LINES = 'write it as JSON lines (pandas: to_json(path, orient="records", lines=True))';
const UNPACK = 'unpack it, and give the path of the file within';
const AGAIN = 'download or copy it again';
const FILE = 'download the file itself, and give its path';
const NONE = 'give the path or the address of the games file';

const FOREIGN: [what: string, content: Buffer | string, said: string][] = [
  ['zip', zip('steam_games.json'), `is a zip archive; ${UNPACK}`],
  ['an empty zip', begins('PK\x05\x06'), `is a zip archive; ${UNPACK}`],
  ['xlsx', zip('[Content_Types].xml'), `is an Excel workbook (xlsx); ${LINES}`],
  ['xlsx of another program', zip('xl/workbook.xml'), `is an Excel workbook (xlsx); ${LINES}`],
  ['ods', zip('mimetypeapplication/vnd.oasis.opendocument'), `is an OpenDocument file; ${LINES}`],
  [
    'xls',
    begins([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    `is an old Microsoft Office file (xls); ${LINES}`,
  ],
  ['7z', begins([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), `is a 7z archive; ${UNPACK}`],
  ['rar', begins('Rar!\x1a\x07\x01\0'), `is a rar archive; ${UNPACK}`],
  ['tar', tar(), `is a tar archive; ${UNPACK}`],
  ['tar.gz', gzipSync(tar()), `is a tar archive; ${UNPACK}`],
  ['zip in gz', gzipSync(zip('games.json')), `is a zip archive; ${UNPACK}`],
  ['xz', begins('\xfd7zXZ\0'), 'is packed with xz; unpack it with "xz -d"'],
  ['bz2', begins('BZh91AY&SY'), 'is packed with bzip2; unpack it with "bunzip2"'],
  ['zstd', begins([0x28, 0xb5, 0x2f, 0xfd]), 'is packed with zstd; unpack it with "zstd -d"'],
  ['lz4', begins([0x04, 0x22, 0x4d, 0x18]), 'is packed with lz4; unpack it with "lz4 -d"'],
  [
    'gz, five times',
    [1, 2, 3, 4].reduce((inner) => gzipSync(inner), gzipSync(json(line))),
    `is packed with gzip many times over; ${UNPACK}`,
  ],
  ['Parquet', begins('PAR1'), `is a Parquet file; ${LINES}`],
  ['Feather', begins('ARROW1\0\0'), `is an Arrow (Feather) file; ${LINES}`],
  ['SQLite', begins('SQLite format 3\0'), `is an SQLite database; ${LINES}`],
  ['a pickle', begins('\x80\x04\x95\x10'), `is a Python pickle; ${LINES}`],
  ['an old pickle', begins('\x80\x02]q\0'), `is a Python pickle; ${LINES}`],
  ['HDF5', begins('\x89HDF\r\n\x1a\n'), `is an HDF5 file; ${LINES}`],
  ['PDF', '%PDF-1.7\nrest', `is a PDF; ${FILE}`],
  ['a picture', begins('\x89PNG\r\n'), `is a picture; ${FILE}`],
  [
    'encrypted by openssl',
    begins('Salted__'),
    'is encrypted; decrypt it, and give the path of the decrypted file',
  ],
  [
    'encrypted by gpg',
    '-----BEGIN PGP MESSAGE-----\n\nabc\n',
    'is encrypted; decrypt it, and give the path of the decrypted file',
  ],
  [
    'a Git LFS pointer',
    'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 5\n',
    'is a Git LFS pointer, not the file itself; fetch the file with "git lfs pull"',
  ],
  ['a web page', '<!DOCTYPE html><html><head><title>Sign in</title></head></html>', `is a web page; ${FILE}`],
  [
    'a web page with a mark and blanks',
    '\ufeff\r\n  <HTML lang="en"><body>404</body></HTML>',
    `is a web page; ${FILE}`,
  ],
  ['a packed web page', gzipSync('<html><body>Not found</body></html>'), `is a web page; ${FILE}`],
  [
    'an XML error',
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code></Error>',
    `is a server's error message (XML), not data; ${'download or copy it again'}`,
  ],
  [
    'another XML file',
    '<?xml version="1.0"?>\n<games><game/></games>',
    `is a web page or an XML file; ${FILE}`,
  ],
  [
    'a JSON error',
    '{"message": "Not Found", "documentation_url": "https://example.com"}',
    "holds a server's message, not data; download it again",
  ],
  [
    'an indented JSON error',
    '{\n  "error": {\n    "code": 403\n  }\n}\n',
    "holds a server's message, not data; download it again",
  ],
  [
    'a problem of RFC 9457',
    '{"type": "about:blank", "title": "Forbidden"}',
    "holds a server's message, not data; download it again",
  ],
  ['a text', '404: Not Found', `holds text that is neither JSON nor Python literals; ${LINES}`],
  [
    'CSV',
    "id,app_name,genres\r\n1,Zephyr,\"['Action', 'Indie']\"\r\n2,Anvil,[]\r\n",
    `is a table with commas (CSV); ${LINES}`,
  ],
  ['TSV', 'id\tapp_name\tprice\n1\tZephyr, the\t4.99\n', `is a table with tabs (TSV); ${LINES}`],
  [
    'CSV as Excel writes it in Europe',
    '\ufeffid;app_name;price\n1;Zephyr;4,99\n',
    `is a table with semicolons (CSV); ${LINES}`,
  ],
  [
    'TSV in UTF-16, as Excel writes it',
    utf16('\ufeffid\tapp_name\tprice\r\n1\tZephyr\t4\r\n', 'LE'),
    `is a table with tabs (TSV); ${LINES}`,
  ],
  ['UTF-32', utf32(`\ufeff${json(line)}`), 'is text as UTF-32; save it as UTF-8'],
  ['UTF-32 without a mark', utf32(json(line)), 'is text as UTF-32; save it as UTF-8'],
  [
    "pandas' default",
    JSON.stringify({ id: { 0: '1', 1: '2' }, app_name: { 0: 'a', 1: 'b' } }),
    'is a table by columns, as pandas writes it; write it with to_json(path, orient="records", lines=True)',
  ],
  [
    "pandas' split",
    JSON.stringify({ columns: ['id'], index: [0], data: [['1']] }),
    'is a table by columns, as pandas writes it; write it with to_json(path, orient="records", lines=True)',
  ],
  [
    "pandas' table",
    JSON.stringify({ schema: { fields: [{ name: 'id' }] }, data: [line] }),
    'is a table by columns, as pandas writes it; write it with to_json(path, orient="records", lines=True)',
  ],
  [
    "pandas' values",
    JSON.stringify([
      ['1', 'Zephyr'],
      ['2', 'Anvil'],
    ]),
    `holds a list of values without the names of their columns; ${LINES}`,
  ],
  [
    'binary noise',
    Buffer.concat([Buffer.from([0x93]), deflateSync(Buffer.alloc(100_000, 'abc')), randomNoise()]),
    'holds binary data of no known format; if it is encrypted, decrypt it; otherwise download or copy it again',
  ],
  ['zero bytes', Buffer.alloc(5000), `begins with nothing but zero bytes; ${AGAIN}`],
  ['nothing', '', 'is empty'],
  ['nothing, packed', gzipSync(''), 'is empty'],
  ['one blank', ' ', `has no records: its one line is blank; ${NONE}`],
  ['blank lines', '\n \n\t\r\n', `has no records: all of its 3 lines are blank; ${NONE}`],
  ['a mark alone', '\ufeff', `has no records: its one line is blank; ${NONE}`],
  ['an empty list', '[]', 'has no records: it is an empty list'],
  [
    'bundles',
    json({ bundle_name: 'B', bundle_id: '0', items: [{ item_id: '10' }] }),
    `holds bundles, the bundle data of the same lab, which is none of the three files; ${NONE}`,
  ],
  [
    'the reviews of version 2',
    "{u'username': u'a', u'hours': 0.5, u'product_id': u'10', u'text': u'good'}\n",
    `holds reviews as in "Version 2: Review Data" of the same lab, which is none of the three files; ${NONE}`,
  ],
  [
    'records of another kind',
    json({ city: 'Lima' }, { city: 'Oslo' }),
    `has no records that can be loaded, most often because of missing-id (2 times; line 1: missing-id, line 2: missing-id); ${NONE}`,
  ],
  ['a cut gz', gzipSync(json(line).repeat(20)).subarray(0, -9), `is incomplete; ${AGAIN}`],
  ['a cut line', json(line, line).slice(0, -20), `is incomplete; ${AGAIN}`],
  [
    'a cut letter',
    Buffer.from(`${json(line)}{"id": "2", "app_name": "é`).subarray(0, -1),
    `is incomplete; ${AGAIN}`,
  ],
  ['a cut UTF-16 letter', utf16(json(line, line), 'LE').subarray(0, -7), `is incomplete; ${AGAIN}`],
  ['a list without its end', JSON.stringify([line, line]).slice(0, -1), `is incomplete; ${AGAIN}`],
  ['a list cut behind a comma', `[${JSON.stringify(line)},`, `is incomplete; ${AGAIN}`],
  [
    'an object by row without its end',
    JSON.stringify({ 0: line, 1: line }).slice(0, -1),
    `is incomplete; ${AGAIN}`,
  ],
];

/** Noise that is the same in each run. */
function randomNoise(): Buffer {
  let state = 12345;
  return Buffer.from(
    Array.from({ length: 4000 }, () => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return state >> 16;
    }),
  );
}

test.each(FOREIGN)('%s is told by a refresh, with its path, and by the doctor', async (_, content, said) => {
  expect(await bytes.refusal('games', content)).toBe(`The games file ${said}`);
  expect(await bytes.doctor('games', content)).toBe(`The games file ${said}`);
});

describe.each(SOURCE_NAMES)('the file of %s', (source) => {
  test.each(SOURCE_NAMES.filter((other) => other !== source))(
    'in whose place %s are given',
    async (other) => {
      const said = `The ${source} file holds ${other}; see whether two sources are swapped, or one file is set for both`;
      for (const content of [json(EXAMPLES[other].line), JSON.stringify([EXAMPLES[other].line])]) {
        expect(await bytes.refusal(source, content)).toBe(said);
        expect(await bytes.doctor(source, content)).toBe(said);
      }
    },
  );

  test('in whose place another file of the lab is given', async () => {
    const bundle = { bundle_id: '1', bundle_url: 'http://…', items: [{ item_id: '10', genre: 'Casual' }] };
    expect(await bytes.refusal(source, json(bundle))).toMatch(/holds bundles, .* none of the three files/);
    const review = { username: 'a', product_id: '10', text: 'good', page: 1 };
    expect(await bytes.refusal(source, json(review))).toMatch(
      /"Version 2: Review Data".* none of the three files/,
    );
  });
});

describe('a file that is not UTF-8', () => {
  const named = (name: string) => json({ ...line, app_name: name });
  const latin1 = (text: string) => Buffer.from(text, 'latin1');

  test.each<[what: string, content: Buffer, said: string]>([
    [
      'latin-1',
      latin1(json(line).repeat(3) + named('Pokémon')),
      '1 line has letters in another encoding (first in line 4, column ',
    ],
    [
      'windows-1252',
      latin1(named('It\x92s “a” game').replace(/[“”]/g, '\x93').repeat(9)),
      '9 lines have letters in another encoding (first in line 1, column ',
    ],
    [
      'GBK',
      Buffer.concat([
        latin1('{"id": "1", "app_name": "'),
        Buffer.from([0xd3, 0xce, 0xcf, 0xb7]),
        latin1('"}\n'),
      ]),
      '1 line has letters in another encoding (first in line 1, column 26)',
    ],
    [
      'Shift JIS',
      Buffer.concat([
        latin1('{"id": "1", "app_name": "'),
        Buffer.from([0x83, 0x51, 0x81, 0x5b, 0x83, 0x80]),
        latin1('"}\n'),
      ]),
      '1 line has letters in another encoding (first in line 1, column 26)',
    ],
    [
      'latin-1 in a list',
      latin1(JSON.stringify([line, { ...line, app_name: 'é' }])),
      '1 line has letters in another encoding (first in line 2, column ',
    ],
  ])('is refused: %s', async (_, content, said) => {
    const refused = await bytes.refusal('games', content);
    expect(refused).toContain(`The games file is not UTF-8: ${said}`);
    expect(refused).toMatch(/; save it as UTF-8 or UTF-16$/);
    expect(await bytes.doctor('games', content)).toBe(refused);
  });

  test('in a few lines only costs these, and their places are noted', async () => {
    const good = named('Pokémon é');
    const content = Buffer.concat([Buffer.from(good.repeat(9)), latin1(named('Pokémon'))]);
    const { records, tally } = await bytes.read('games', content);
    expect(records).toHaveLength(9);
    expect(tally.reasons).toEqual(new Map([['not-utf-8', 1]]));
    expect(tally.rejects).toMatchObject([
      { line: 10, reason: 'not-utf-8', column: named('Pok').indexOf('Pok') + 4 },
    ]);
  });

  test('in one byte of many thousand lines costs this line', async () => {
    const content = Buffer.concat([Buffer.from(json(line).repeat(2000)), latin1(named('é'))]);
    const { records, tally } = await bytes.read('games', content);
    expect(records).toHaveLength(2000);
    expect(tally.rejects).toMatchObject([{ line: 2001, reason: 'not-utf-8' }]);
  });
});

test('the words quote nothing of the file', async () => {
  const secret = randomBytes(8).toString('hex');
  for (const content of [
    secret,
    `{"${secret}": 1}`,
    `${secret},${secret},x\n1,2,3`,
    `["${secret}"]`,
    `<${secret}>`,
  ]) {
    expect(await bytes.refusal('reviews', content)).not.toContain(secret);
  }
});
