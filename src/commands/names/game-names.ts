import { type Markdown, markdown, type Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import { adultGames } from '../../engine/catalogue/adult-games.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Asker } from '../contract/asker.ts';
import type { Embed } from '../contract/reply.ts';
import { markdownName, NAME_LENGTH, plainName } from '../message/embed-text.ts';

/** A game as an answer names it. */
export interface NamedGame {
  gameId: string;
  name: string;
}

/** Those of the games that may not be named where the asker is: the ones for adults, outside age-restricted channels. */
export async function unnamedGames(
  dataSet: DataSet,
  gameIds: readonly string[],
  asker: Asker,
): Promise<Set<string>> {
  return asker.ageRestricted ? new Set() : adultGames(dataSet, gameIds);
}

/** Games as a reply names and shows them. */
export class GameNames {
  readonly #words: Words;
  readonly #unnamed: ReadonlySet<string>;

  /** @param unnamed see {@link unnamedGames}: other words stand for their names, and neither link nor picture tells them */
  constructor(words: Words, unnamed: ReadonlySet<string>) {
    this.#words = words;
    this.#unnamed = unnamed;
  }

  isNamed({ gameId }: Pick<NamedGame, 'gameId'>): boolean {
    return !this.#unnamed.has(gameId);
  }

  /** The name where Discord reads markdown. */
  inText(game: NamedGame, most = NAME_LENGTH): Markdown {
    return this.isNamed(game) ? markdownName(game.name, most) : this.#words.text('name.adult');
  }

  /** The name where it doesn't: in a button or a menu. */
  plain(game: NamedGame, most: number): Plain {
    return this.isNamed(game) ? plainName(game.name, most) : this.#words.plain('name.adult');
  }

  /** An embed of the game: a title that leads to its page in the store, and its picture, small. */
  embed(game: NamedGame, { mark, ...embed }: Embed & { mark: Markdown }): Embed {
    return { ...embed, title: markdown`${mark} ${this.inText(game)}`, ...this.linkAndThumbnail(game) };
  }

  /** The game's page in the store, and its picture, small; nothing for one that may not be named. */
  linkAndThumbnail(game: NamedGame): Pick<Embed, 'url' | 'thumbnail'> {
    if (!this.isNamed(game)) return {};
    const { gameId } = game;
    return {
      url: `https://store.steampowered.com/app/${gameId}/`,
      thumbnail: { url: `https://cdn.cloudflare.steamstatic.com/steam/apps/${gameId}/header.jpg` },
    };
  }
}
