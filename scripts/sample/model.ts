/** The ten tastes that the invented games and people are made around. */
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

/** What a record of the games file is; only a `game` is written about and played for long. */
export type Kind = 'game' | 'edition' | 'dlc' | 'soundtrack' | 'demo' | 'tool';

/** An invented game: what its record says, and what only the generator knows. `null` is written as `NaN`. */
export interface Game {
  id: number;
  kind: Kind;
  taste: Taste;
  /** As the file has it, HTML entities and all. */
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
  /** Where the id is written: normally in both. */
  idIn: 'both' | 'url' | 'neither';
  /** Before it came out nobody played or reviewed it; 0 where it hasn't come out. */
  year: number;
  /** How much likelier than others it is to be owned. */
  popularity: number;
  /** The share of its reviews that recommend it. */
  quality: number;
  /** Name of the series; who owns one part is likely to own the others. */
  series: string | null;
}
