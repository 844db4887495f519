import { Resvg } from '@resvg/resvg-wasm';
import { expect, test } from 'vitest';
import '../../src/charts/draw-picture.ts';
import { fontFilesFor, fontsFor } from '../../src/charts/fonts.ts';

/** The drawing of a letter that no font has. */
const BOX = drawn('\u{10fffd}', fontsFor('中한مש★🍉'));

test.each([
  ['Latin', 'AñçøŁ®™–“…'],
  ['Greek', 'Ωλ'],
  ['Cyrillic', 'Ёжик'],
  ['Japanese', 'ゲーム・バースデイズ薄桜鬼『』～ＥＲＯ２'],
  ['simplified Chinese', '银河领域策略'],
  ['traditional Chinese', '數位附錄套組戰機'],
  ['Korean', '유죄평결'],
  ['Arabic', 'نقش'],
  ['Hebrew', 'אור'],
  ['Hindi', 'हनद'],
  ['figures and signs', 'ⅡⅣⓇ①∞√≤→ᵠ'],
  ['symbols', '★☆△○□❂⬛♛☠⚠'],
  ['emoji', '🍉🍕💀😱🌀🔴🔲'],
])('no letter of a name is shown as a box: %s', (_, letters) => {
  for (const letter of letters) expect(drawn(letter, fontsFor(letter)), letter).not.toEqual(BOX);
});

test.each([
  ['Counter-Strike™ – “Gold” Édition', []],
  ['Космические Ёжики', []],
  ['Game 游戏', ['NotoSansHans']],
  ['ゲーム', ['NotoSansHans']],
  ['유죄 평결', ['NanumGothic']],
  ['Fruit 🍉', ['NotoSansSymbols2', 'NotoEmoji']],
])('only the fonts of its letters are read for %s', (text, fallbacks) => {
  const [regular, bold, ...others] = fontFilesFor(text);
  expect([regular, bold]).toEqual([
    expect.stringContaining('NotoSans_400Regular'),
    expect.stringContaining('NotoSans_700Bold'),
  ]);
  expect(others).toEqual(fallbacks.map((name) => expect.stringContaining(name)));
});

function drawn(letter: string, fontBuffers: Uint8Array[]): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="8" y="28" font-size="18" font-family="Noto Sans">${letter}</text></svg>`;
  return Buffer.from(
    new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Noto Sans' } }).render().pixels,
  );
}
