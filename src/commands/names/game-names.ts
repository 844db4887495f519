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

/** The ids of the games that must not be named in the asker's channel: those for adults, unless it is age-restricted. */
export async function unnamedGames(
  dataSet: DataSet,
  gameIds: readonly string[],
  asker: Asker,
): Promise<Set<string>> {
  return asker.ageRestricted ? new Set() : adultGames(dataSet, gameIds);
}

/** Names and shows games in a reply. */
export class GameNames {
  readonly #words: Words;
  readonly #unnamed: ReadonlySet<string>;

  /** @param unnamed games without name, link and picture: see {@link unnamedGames} */
  constructor(words: Words, unnamed: ReadonlySet<string>) {
    this.#words = words;
    this.#unnamed = unnamed;
  }

  /** Whether the game may be named in the asker's channel. */
  isNamed({ gameId }: Pick<NamedGame, 'gameId'>): boolean {
    return !this.#unnamed.has(gameId);
  }

  /** The name in Markdown. @param most its greatest length in UTF-16 units */
  inText(game: NamedGame, most = NAME_LENGTH): Markdown {
    return this.isNamed(game) ? markdownName(game.name, most) : this.#words.text('name.adult');
  }

  /** The name in plain text, for a button, a menu or a picture. @param most its greatest length in UTF-16 units */
  plain(game: NamedGame, most: number): Plain {
    return this.isNamed(game) ? plainName(game.name, most) : this.#words.plain('name.adult');
  }

  /** An embed about the game: its title links to the game's page in the store, and its thumbnail is the game's picture. */
  embed(game: NamedGame, { mark, ...embed }: Embed & { mark: Markdown }): Embed {
    return { ...embed, title: markdown`${mark} ${this.inText(game)}`, ...this.linkAndThumbnail(game) };
  }

  /** The link to the game's page in the store, and its picture; neither for a game that must not be named. */
  linkAndThumbnail(game: NamedGame): Pick<Embed, 'url' | 'thumbnail'> {
    if (!this.isNamed(game)) return {};
    const { gameId } = game;
    return {
      url: `https://store.steampowered.com/app/${gameId}/`,
      thumbnail: { url: `https://cdn.cloudflare.steamstatic.com/steam/apps/${gameId}/header.jpg` },
    };
  }
}
