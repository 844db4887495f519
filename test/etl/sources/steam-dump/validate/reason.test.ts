import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceName } from '../../../../../src/database/schema/sources.ts';
import { looksLike } from '../../../../../src/etl/sources/contract/looks-like.ts';
import { rawGame } from '../../../../../src/etl/sources/steam-dump/validate/game.ts';
import { rawLibraryRow, rawOwner } from '../../../../../src/etl/sources/steam-dump/validate/library.ts';
import { rejection } from '../../../../../src/etl/sources/steam-dump/validate/reason.ts';
import { rawReview, rawReviewer } from '../../../../../src/etl/sources/steam-dump/validate/review.ts';

const CHECKS = { rawGame, rawOwner, rawLibraryRow, rawReviewer, rawReview };

describe('the reason for a rejection', () => {
  it.each(Object.entries(CHECKS))('never repeats a value of the record: %s', (_, check) => {
    // Twelve letters are too many to appear anywhere by chance.
    const value = fc.stringMatching(/^[a-z]{12}$/);
    const wrong = (text: string) =>
      fc.constantFrom<unknown>(
        text,
        [text],
        { [text]: text },
        [[text]],
        [{ [text]: text }],
        text.repeat(200),
        null,
      );
    const fields = fc.constantFrom(...Object.keys(check.shape));
    const cases = value.chain((text) => fc.tuple(fc.constant(text), fc.dictionary(fields, wrong(text))));
    fc.assert(
      fc.property(cases, ([text, record]) => {
        const { error } = check.safeParse(record);
        if (error === undefined) return;
        const { reason, path } = rejection(error, 'items[3]');
        expect(`${reason} ${path}`).not.toContain(text);
        expect(reason).toMatch(/^(missing|invalid)-[a-z_0-9]+$/);
        expect(path).toMatch(/^items\[3\](\.[a-z_0-9]+(\[\d+\])*)?$/);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('a line in the wrong file', () => {
  const lines: Record<SourceName, Record<string, unknown>> = {
    games: { id: '10', app_name: 'Counter-Strike', genres: ['Action'] },
    libraries: { user_id: 'sample_user', items_count: 0, items: [] },
    reviews: { user_id: 'sample_user', reviews: [] },
  };
  const sources = Object.keys(lines) as SourceName[];
  const pairs = sources.flatMap((source) =>
    sources.map((expected): [SourceName, SourceName] => [source, expected]),
  );

  it.each(pairs)('%s, where %s are expected', (source, expected) => {
    expect(looksLike(lines[source], expected)).toBe(source === expected ? null : `looks-like-${source}`);
  });

  it('that looks like none of them is not named', () => {
    expect(looksLike({ user_id: 'sample_user' }, 'games')).toBeNull();
    expect(looksLike({ reviews: 'http://steamcommunity.com/app/10/reviews/' }, 'games')).toBeNull();
  });
});
