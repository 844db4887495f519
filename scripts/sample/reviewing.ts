import { FIRST_ID } from './game-factory.ts';
import type { Game } from './model.ts';
import type { Possession } from './ownership.ts';
import type { Person } from './people.ts';
import { Random } from './random.ts';
import { reviewText } from './review-text.ts';

/** A review with the fields of the raw file. */
export interface Review {
  [key: string]: string | boolean;
  funny: string;
  posted: string;
  last_edited: string;
  item_id: string;
  helpful: string;
  recommend: boolean;
  review: string;
}

/** The number of reviews, without the oddities that are added at the end. */
const REVIEWS = 1480;

/** The id of a game that only a review mentions; it is in no record and in no library. */
const UNKNOWN_GAME = 9_009_090;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The year of the crawl, which Steam leaves out of a date. */
const CRAWL_YEAR = 2016;

/** Weights of the years in which reviews are written. */
const YEARS: Record<number, number> = { 2010: 1, 2011: 32, 2012: 30, 2013: 28, 2014: 27, 2015: 20, 2016: 13 };

/** The reviews of all people, in the order of `people`. They review games that they own, mostly played ones. */
export function writeReviews(
  games: readonly Game[],
  people: readonly Person[],
  libraries: readonly (readonly Possession[])[],
): Review[][] {
  const random = new Random('reviews');
  const reviews: Review[][] = people.map(() => []);
  const reviewed: Set<Game>[] = people.map(() => new Set());
  const eloquence = people.map((person) => person.eloquence);
  for (let written = 0; written < REVIEWS; ) {
    const author = random.weighted(eloquence);
    const subject = chooseSubject(games, libraries[author]!, random);
    if (subject.year === 0 || subject.year > CRAWL_YEAR || reviewed[author]!.has(subject)) continue;
    reviewed[author]!.add(subject);
    reviews[author]!.push(review(subject, random));
    written++;
  }
  addOddReviews(reviews, random);
  return reviews;
}

function chooseSubject(games: readonly Game[], library: readonly Possession[], random: Random): Game {
  if (library.length === 0 || random.chance(0.03)) {
    return games[random.weighted(games.map((game) => (game.kind === 'game' ? game.popularity : 0)))]!;
  }
  // Bad games get more reviews.
  const weights = library.map(({ game, minutes }) =>
    minutes === 0 ? 0.02 : (0.15 + game.popularity) / (game.quality * game.quality),
  );
  return library[random.weighted(weights)]!.game;
}

function review(game: Game, random: Random): Review {
  const years = Object.keys(YEARS).map(Number);
  const year = years[random.weighted(years.map((year) => (year < game.year ? 0 : YEARS[year]!)))]!;
  const recommend = random.chance(game.quality);
  return {
    funny: random.chance(0.8) ? '' : funny(random.chance(0.6) ? 1 : random.integer(2, 120)),
    posted: `Posted ${day(year, random)}.`,
    last_edited: random.chance(0.1) ? `Last edited ${day(random.integer(year, CRAWL_YEAR), random)}.` : '',
    item_id: String(game.id),
    helpful: helpful(random),
    recommend,
    review: reviewText(game, recommend, random),
  };
}

/** A date as Steam writes it, without the year if that is the year of the crawl. */
function day(year: number, random: Random): string {
  const date = `${MONTHS[random.integer(0, year === CRAWL_YEAR ? 7 : 11)]!} ${random.integer(1, 28)}`;
  return year === CRAWL_YEAR ? date : `${date}, ${year}`;
}

function funny(count: number): string {
  return count === 1 ? '1 person found this review funny' : `${count} people found this review funny`;
}

function helpful(random: Random): string {
  if (random.chance(0.45)) return 'No ratings yet';
  const total = Math.round(
    random.quantile([
      [0, 1],
      [0.5, 2],
      [0.9, 12],
      [0.99, 300],
      [1, 1500],
    ]),
  );
  const yes = random.integer(0, total);
  const percent = Math.round((100 * yes) / total);
  return `${thousands(yes)} of ${thousands(total)} people (${percent}%) found this review helpful`;
}

function thousands(count: number): string {
  return count < 1000
    ? String(count)
    : `${Math.floor(count / 1000)},${String(count % 1000).padStart(3, '0')}`;
}

/** Adds oddities: a repeated review, the same words with another verdict, and a game that nothing else mentions. */
function addOddReviews(reviews: readonly Review[][], random: Random): void {
  const authors = reviews.filter((own) => own.length >= 2);
  for (let i = 0; i < 16; i++) {
    const own = authors[i * 5]!;
    const [first] = own;
    if (i % 4 === 3) own.push({ ...first!, recommend: !first!.recommend });
    else if (i % 4 === 2) own.push({ ...first!, item_id: String(UNKNOWN_GAME) });
    else own.push({ ...first! });
  }
  const rambler = random.pick(authors);
  // The game with the first id is certain to have a record.
  rambler.push({ ...rambler[0]!, item_id: String(FIRST_ID), review: 'Sank \'em all night. "Don\'t" ask.' });
}
