import type { ClassifiedGame } from './classified-game.ts';
import type { ShortNameFit } from './short-names.ts';

/** The least number of times that the owner of a short name has more players than any other game that it may stand for. */
export const MARGIN = 3;

/**
 * The least number of players of the owner of a short name, as a share (0 to 1) of all users with a library. A name that few
 * people know is more often that of a game that the data does not have.
 */
const LEAST_SHARE = 0.0025;

/** The same for a game to be asked for, where the short name covers its whole title: `sf5`. */
const LEAST_SHARE_OF_WHOLE = 0.0005;

/** Whether enough people play a game for it to own a short name. @param users all users with a library */
export function isWidelyPlayed({ players }: Pick<ClassifiedGame, 'players'>, users: number): boolean {
  return players >= LEAST_SHARE * users;
}

/** The games that a short name may mean. */
export interface ShortNameMeaning {
  /** The game that it clearly means: the only one, or one that is played far more than every other. */
  owner?: ClassifiedGame;
  /** The games that it may mean, best first, an edition of each. */
  games: ClassifiedGame[];
  /** Whether enough people play one of these games to ask for it. */
  known: boolean;
}

/** All editions of one game that fit a short name. */
interface Family {
  /** The fit of the edition that is meant. */
  fit: ShortNameFit;
  /** The players of the edition that has most. */
  players: number;
}

/**
 * The meaning of a short name. A game whose whole title fits (`l4d`) does not lose its name to one that the name only begins
 * (Left 4 Dead 2), however many people play that: then neither owns it.
 *
 * @param fits the most played first
 * @param users all users with a library
 */
export function meaningOf(fits: readonly ShortNameFit[], users: number): ShortNameMeaning {
  const families = familiesOf(fits);
  const games = families.map(({ fit }) => fit.game);
  const isKnown = (family: Family) => isWidelyPlayed(family, users);
  const known = families.some(
    ({ fit, players }) =>
      players >= (fit.whole === 'literally' ? LEAST_SHARE_OF_WHOLE : LEAST_SHARE) * users && players > 0,
  );
  // Families are in the order of their players.
  const owner = families.find((family) => isKnown(family) && family.fit.whole !== false) ?? families[0];
  if (owner === undefined || !owner.fit.mayOwn || !isKnown(owner)) return { games, known };
  const isOwner = families.every(
    (other) =>
      other === owner ||
      (owner.fit.whole !== false && other.fit.whole === false
        ? other.players < MARGIN * owner.players
        : owner.players >= MARGIN * other.players),
  );
  return { games, known, ...(isOwner ? { owner: owner.fit.game } : {}) };
}

/**
 * The fits by game, the most played first: editions of one game count as one. The edition that is meant is the one whose title
 * fits literally, or else the most played.
 */
function familiesOf(fits: readonly ShortNameFit[]): Family[] {
  const families = new Map<string, Family>();
  for (const fit of fits) {
    const family = families.get(fit.game.edition);
    if (family === undefined) families.set(fit.game.edition, { fit, players: fit.game.players });
    else if (fit.whole === 'literally' && family.fit.whole !== 'literally') family.fit = fit;
  }
  return [...families.values()];
}
