import { inventGames } from './catalogue.ts';
import { gamesFile } from './games-file.ts';
import { librariesFile } from './libraries-file.ts';
import { shareOut } from './ownership.ts';
import { inventPeople } from './people.ts';
import { writeReviews } from './reviewing.ts';
import { reviewsFile } from './reviews-file.ts';

/** The three raw files of the bundled sample, unpacked. */
export interface Sample {
  games: string;
  reviews: string;
  libraries: string;
}

/**
 * Invents the bundled sample: about 300 games, 400 users and 1,500 reviews, the same on every call and every machine.
 * All games, studios, people and texts in it are made up.
 */
export function generateSample(): Sample {
  const games = inventGames();
  const people = inventPeople();
  const libraries = shareOut(games, people);
  const reviews = writeReviews(games, people, libraries);
  return {
    games: gamesFile(games),
    reviews: reviewsFile(people, reviews),
    libraries: librariesFile(people, libraries),
  };
}
