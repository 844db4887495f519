import type { SourceName } from '../../database/schema/sources.ts';
import type { Connector } from './contract/connector.ts';
import { gamesOfDump } from './steam-dump/games.ts';
import { librariesOfDump } from './steam-dump/libraries.ts';
import { reviewsOfDump } from './steam-dump/reviews.ts';

/** The connector of each source. */
export const CONNECTORS: { readonly [Name in SourceName]: Connector<Name> } = {
  games: gamesOfDump,
  libraries: librariesOfDump,
  reviews: reviewsOfDump,
};
