import type { Taste } from './model.ts';
import { Random } from './random.ts';
import { TASTE_NAMES, TASTES } from './tastes.ts';

/** An invented Steam user. */
export interface Person {
  /** The user id in both files: a custom name, or the digits of the Steam id. */
  id: string;
  steamId: string;
  url: string;
  /** The taste of most of their games. */
  first: Taste;
  /** The next taste after the first. */
  second: Taste;
  /** The attraction of games of all other tastes, relative to those of the second taste. */
  breadth: number;
  /** The number of games that they are meant to own; the library may be a little larger. */
  librarySize: number;
  /** Their playtime relative to that of others. */
  stamina: number;
  /** The weight with which they are drawn as the writer of a review. */
  eloquence: number;
  /** Whether the libraries file has a line about them. */
  listed: boolean;
}

const PEOPLE = 400;

const COLOURS =
  'amber azure beige coral ebony ivory jade khaki lilac maroon ochre olive pearl russet sepia teal umber'.split(
    ' ',
  );
const ANIMALS =
  'badger crane dingo egret ferret fox gecko heron ibis jackal koala lemur mole newt otter quokka shrew'.split(
    ' ',
  );

/** Quantiles of library sizes: share of people, and games. As in the real file, most are small and some very large. */
const LIBRARY_SIZES = [
  [0, 1],
  [0.1, 3],
  [0.25, 8],
  [0.5, 19],
  [0.75, 38],
  [0.9, 62],
  [0.99, 110],
  [1, 140],
] as const;

/** All people of the sample. Ids start with `sample_` or with five zeros, so none looks like a real one. */
export function inventPeople(): Person[] {
  const random = new Random('people');
  const followers = TASTE_NAMES.map((taste) => TASTES[taste].followers);
  return Array.from({ length: PEOPLE }, (_, i) => {
    const number = i + 1;
    const steamId = `00000${String(100_000_000_000 + number * 7_919_113).padStart(12, '0')}`;
    const named = !random.chance(0.12);
    const id = named ? `sample_${random.pick(COLOURS)}_${random.pick(ANIMALS)}_${number}` : steamId;
    return {
      id,
      steamId,
      url: `http://steamcommunity.com/${named ? 'id' : 'profiles'}/${id}`,
      first: TASTE_NAMES[random.weighted(followers)]!,
      second: TASTE_NAMES[random.weighted(followers)]!,
      breadth: random.quantile([
        [0, 0.02],
        [0.7, 0.1],
        [1, 0.5],
      ]),
      librarySize: Math.round(random.quantile(LIBRARY_SIZES)),
      stamina: random.quantile([
        [0, 0.2],
        [0.5, 0.8],
        [0.9, 2],
        [1, 4],
      ]),
      eloquence: random.quantile([
        [0, 0],
        [0.1, 0],
        [0.6, 1],
        [0.9, 3],
        [1, 8],
      ]),
      // A few people are known only from their reviews.
      listed: i % 45 !== 44,
    };
  });
}
