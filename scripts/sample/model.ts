/** The ten tastes of the invented games and people. */
export type Taste =
  | 'shooter'
  | 'builder'
  | 'strategy'
  | 'farming'
  | 'horror'
  | 'racing'
  | 'roguelike'
  | 'visual-novel'
  | 'sports'
  | 'mmo';

/** The kind of product that a record describes. Only a `game` is reviewed and played for long. */
export type Kind = 'game' | 'edition' | 'dlc' | 'soundtrack' | 'demo' | 'tool';

/** An invented game: the fields of its record, and facts that only the generator knows. `null` is written as `NaN`. */
export interface Game {
  id: number;
  kind: Kind;
  taste: Taste;
  /** The name as the file has it, including HTML entities. */
  name: string;
  title: string | null;
  genres: string[] | null;
  tags: string[] | null;
  specs: string[] | null;
  developer: string | null;
  publisher: string | null;
  releaseDate: string | null;
  price: number | string | null;
  earlyAccess: boolean;
  /** The place of the id in the record: normally in both the id and the url. */
  idIn: 'both' | 'url' | 'neither';
  /** The release year, before which there are no reviews; 0 if the game is not released. */
  year: number;
  /** The weight with which people pick it for their libraries. */
  popularity: number;
  /** The share of its reviews that recommend it, 0 to 1. */
  quality: number;
  /** The name of the series. Owners of one part are likely to own the others. */
  series: string | null;
}
