import type { Taste } from './model.ts';
import { Random } from './random.ts';
import { TASTE_NAMES, TASTES } from './tastes.ts';

/** An invented Steam user. */
export interface Person {
  /** What both files call them: a custom name, or the digits of their Steam id. */
  id: string;
  steamId: string;
  url: string;
  first: Taste;
  second: Taste;
  /** How much of what they play is of another taste than these two. */
  breadth: number;
  /** Games that they set out to own. */
  librarySize: number;
  /** How long they play, against the others. */
  stamina: number;
  /** How likely they are to write the next review. */
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

/** Real libraries are mostly small, some very large. */
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

/** Everyone in the sample. No id looks like a real one: they start with `sample_`, or with five zeros. */
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
      // A few are known only from what they wrote.
      listed: i % 45 !== 44,
    };
  });
}
