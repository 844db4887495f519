import type { FileFault } from '../../report/file-fault.ts';

/** The number of bytes that tell every format of the table. */
export const FORMAT_BYTES = 512;

/** Whether a file is of a format, by its first bytes, which are also given as latin1 text. */
type Test = (bytes: Buffer, text: string) => boolean;

const UNPACK = 'unpack it, and give the path of the file within';
const CONVERT = 'write it as JSON lines (pandas: to_json(path, orient="records", lines=True))';
const DECRYPT = 'decrypt it, and give the path of the decrypted file';
const GET_FILE = 'download the file itself, and give its path';
const LOAD_AGAIN = 'download or copy it again';

/** A test for files that begin with one of these bytes, in hexadecimal digits. */
const begins =
  (...magics: string[]): Test =>
  (bytes) =>
    magics.some((magic) => bytes.toString('hex', 0, magic.length / 2) === magic);

/** A test for files whose first bytes match, read as latin1 text. */
const matches =
  (pattern: RegExp): Test =>
  (_, text) =>
    pattern.test(text);

const ZIP = begins('504b0304', '504b0506', '504b0708');
/** The start of a zip archive whose members are those of an Excel workbook. */
const isWorkbook = matches(/^PK.{0,300}(?:\[Content_Types\]\.xml|xl\/|docProps\/)/s);
const isOpenDocument = matches(/^PK.{28}mimetypeapplication\/vnd\.oasis/s);
/** The ways in which pickles of the protocols 2 to 5 begin. */
const PICKLES = ['8002', '8003', '800495', '800595'];

/**
 * The formats that a person may have in place of a raw file, with the words that complete "The games file …", and the
 * cure. The first that fits counts.
 */
const FORMATS: readonly (readonly [test: Test, says: string, cure: string])[] = [
  [isWorkbook, 'is an Excel workbook (xlsx)', CONVERT],
  [isOpenDocument, 'is an OpenDocument file', CONVERT],
  [ZIP, 'is a zip archive', UNPACK],
  [begins('377abcaf271c'), 'is a 7z archive', UNPACK],
  [begins('526172211a07'), 'is a rar archive', UNPACK],
  [(bytes) => bytes.toString('latin1', 257, 262) === 'ustar', 'is a tar archive', UNPACK],
  [begins('1f8b'), 'is packed with gzip many times over', UNPACK],
  [begins('fd377a585a00'), 'is packed with xz', 'unpack it with "xz -d"'],
  [matches(/^BZh[1-9](?:1AY&SY|.rE8P)/s), 'is packed with bzip2', 'unpack it with "bunzip2"'],
  [begins('28b52ffd', '502a4d18'), 'is packed with zstd', 'unpack it with "zstd -d"'],
  [begins('04224d18'), 'is packed with lz4', 'unpack it with "lz4 -d"'],
  [begins('1f9d', '1fa0'), 'is packed with compress', 'unpack it with "gzip -d"'],
  [begins('5d00008000', '5d00000004'), 'is packed with lzma', 'unpack it with "xz -d --format=lzma"'],
  [begins('50415231', '50415245'), 'is a Parquet file', CONVERT],
  [begins('4152524f5731', '46454131'), 'is an Arrow (Feather) file', CONVERT],
  [begins('4f524301', '4f52430a', '4f524308'), 'is an ORC file', CONVERT],
  [begins('4f626a01'), 'is an Avro file', CONVERT],
  [begins('894844460d0a1a0a'), 'is an HDF5 file', CONVERT],
  [begins('934e554d5059'), 'is a NumPy file', CONVERT],
  [begins('d0cf11e0a1b11ae1'), 'is an old Microsoft Office file (xls)', CONVERT],
  [begins('53514c69746520666f726d6174203300'), 'is an SQLite database', CONVERT],
  [begins(...PICKLES), 'is a Python pickle', CONVERT],
  [matches(/^%PDF-/), 'is a PDF', GET_FILE],
  [begins('89504e47', 'ffd8ff', '47494638'), 'is a picture', GET_FILE],
  [
    matches(/^(?:Salted__|age-encryption\.org\/v1|-----BEGIN (?:PGP|AGE|CMS|PKCS7))/),
    'is encrypted',
    DECRYPT,
  ],
  [
    matches(/^version https:\/\/git-lfs/),
    'is a Git LFS pointer, not the file itself',
    'fetch the file with "git lfs pull"',
  ],
  [matches(/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)\b/i), 'is a web page', GET_FILE],
  [
    matches(/^(?:\xef\xbb\xbf)?\s*<(?:\?xml[^>]*>\s*<)?error\b/i),
    "is a server's error message (XML), not data",
    LOAD_AGAIN,
  ],
  [matches(/^(?:\xef\xbb\xbf)?\s*<[?!a-z]/i), 'is a web page or an XML file', GET_FILE],
  [
    (bytes) => bytes.length >= FORMAT_BYTES && bytes.every((byte) => byte === 0),
    'begins with nothing but zero bytes',
    LOAD_AGAIN,
  ],
];

/**
 * Recognises a file that is neither JSON nor Python literals.
 *
 * @param head the first bytes, unpacked: at least {@link FORMAT_BYTES}, if the file has as many
 * @returns null if it may be a raw file
 */
export function foreignFormat(head: Buffer): FileFault | null {
  const bytes = head.subarray(0, FORMAT_BYTES);
  const text = bytes.toString('latin1');
  const found = FORMATS.find(([test]) => test(bytes, text));
  return found === undefined ? null : { says: found[1], cure: found[2] };
}
