import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoized } from '../platform/memo.ts';

/** A font's file: the name of its package, and the path in it. */
type FontFile = readonly [name: string, file: string];

/** A font that is used only for some letters. */
interface Fallback {
  /** Matches a text that holds such a letter. */
  letters: RegExp;
  file: FontFile;
}

/** The fonts that every picture has. They hold Devanagari too. */
const LATIN_GREEK_CYRILLIC: readonly FontFile[] = [
  ['@expo-google-fonts/noto-sans', '400Regular/NotoSans_400Regular.ttf'],
  ['@expo-google-fonts/noto-sans', '700Bold/NotoSans_700Bold.ttf'],
];

/** Symbols and pictographs. No font has all of them, so two fonts share them. */
const SYMBOLS = /[\u2300-\u2bff\u{1f000}-\u{1faff}]/u;

const FALLBACKS: readonly Fallback[] = [
  {
    // This font serves arrows, mathematical signs, Roman numerals and circled letters too: no smaller one here has them.
    letters:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2150-\u22ff\u2460-\u24ff\u3000-\u303f\u30fb\u30fc\uff00-\uffef]/u,
    file: ['@embedpdf/fonts-sc', 'fonts/NotoSansHans-Regular.otf'],
  },
  {
    letters: /\p{Script=Hangul}/u,
    file: ['@expo-google-fonts/nanum-gothic', '400Regular/NanumGothic_400Regular.ttf'],
  },
  { letters: /\p{Script=Arabic}/u, file: ['@embedpdf/fonts-arabic', 'fonts/NotoNaskhArabic-Regular.ttf'] },
  { letters: /\p{Script=Hebrew}/u, file: ['@embedpdf/fonts-hebrew', 'fonts/NotoSansHebrew-Regular.ttf'] },
  {
    letters: SYMBOLS,
    file: ['@expo-google-fonts/noto-sans-symbols-2', '400Regular/NotoSansSymbols2_400Regular.ttf'],
  },
  {
    letters: SYMBOLS,
    file: ['@expo-google-fonts/noto-emoji', '400Regular/NotoEmoji_400Regular.ttf'],
  },
];

/** The paths of all fonts that pictures may need. */
export function everyFontFile(): string[] {
  return [...LATIN_GREEK_CYRILLIC, ...FALLBACKS.map(({ file }) => file)].map(pathOf);
}

/** The paths of the fonts that a text needs. The large ones are read, and held in memory, only once a name needs them. */
export function fontFilesFor(text: string): string[] {
  const fallbacks = FALLBACKS.filter(({ letters }) => letters.test(text)).map(({ file }) => file);
  return [...LATIN_GREEK_CYRILLIC, ...fallbacks].map(pathOf);
}

const readFont = memoized((file: string): Uint8Array => readFileSync(file));

/** The fonts that a text needs, as bytes; each file is read once. */
export function fontsFor(text: string): Uint8Array[] {
  return fontFilesFor(text).map(readFont);
}

/** The path of a font. Not every package exports its fonts, so the path is built from that of the package's entry. */
function pathOf([name, file]: FontFile): string {
  const entry = fileURLToPath(import.meta.resolve(name));
  const folder = join('node_modules', name);
  return join(entry.slice(0, entry.lastIndexOf(folder) + folder.length), file);
}
