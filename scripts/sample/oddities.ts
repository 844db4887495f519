import type { Draft } from './game-factory.ts';

/** Sets of games sold together. Owners of one own all of them, and never start half of them. */
export const BUNDLES: readonly (readonly string[])[] = [
  ['Pepperpot Deathround', 'Pepperpot Classic', 'Pepperpot: Lost Ferry', 'Pepperpot: Night Shift'],
  ['Toybox Tin: Marbles', 'Toybox Tin: Kites', 'Toybox Tin: Jackstraws', 'Toybox Tin: Whirligig'],
  ['Gravel Anthology I', 'Gravel Anthology II', 'Gravel Anthology III', 'Gravel Anthology IV'],
];

/** Games that each show something awkward from the real file. All names are invented. */
export const ODDITIES: readonly Draft[] = [
  ...BUNDLES[0]!.map(
    (name, i): Draft => ({
      name,
      taste: 'shooter',
      year: 1999 + i,
      popularity: 0.12,
      developer: 'Ironlark Foundry',
      series: 'Pepperpot',
    }),
  ),
  ...BUNDLES[1]!.map(
    (name): Draft => ({
      name,
      taste: 'farming',
      year: 2012,
      popularity: 0.08,
      developer: 'Plumwhistle',
      series: 'Toybox Tin',
      price: 0.99,
    }),
  ),
  ...BUNDLES[2]!.map(
    (name, i): Draft => ({
      name,
      taste: 'racing',
      year: 2005 + i,
      popularity: 0.08,
      developer: 'Apexus Motorwerk',
      series: 'Gravel Anthology',
    }),
  ),

  // Two games with the same name.
  { name: 'Harrowgate', taste: 'strategy', year: 2006, popularity: 0.25, developer: 'Hexenfeld' },
  { name: 'Harrowgate', taste: 'horror', year: 2014, popularity: 0.4, developer: 'Grimsallow' },

  // Characters that are markup in Discord.
  { name: '*_Asterisk Sky_*', taste: 'roguelike', year: 2013, popularity: 0.3, developer: 'Runequarry' },
  { name: '~Nimbus~ || Drift ||', taste: 'racing', year: 2014, popularity: 0.2, developer: 'Redline Otter' },
  { name: '`Backtick` Bay_9', taste: 'builder', year: 2015, popularity: 0.2, developer: 'Brickmoth' },

  // Entities, accents, signs.
  {
    name: 'Tinker &lt;3 Toaster',
    taste: 'visual-novel',
    year: 2015,
    popularity: 0.3,
    developer: 'Ribbonfall',
  },
  {
    name: 'The &quot;Quiet&quot; Millpond',
    taste: 'farming',
    year: 2013,
    popularity: 0.3,
    developer: 'Butterdock',
  },
  { name: 'Château Brûlemarais', taste: 'horror', year: 2012, popularity: 0.2, developer: 'Vortigo' },
  { name: 'Señor Tornillo™', taste: 'builder', year: 2011, popularity: 0.2, developer: 'Oxbow Lantern' },
  { name: 'Øksemark®', taste: 'mmo', year: 2012, popularity: 0.3, developer: 'Netherquay S.A.' },

  // Other scripts.
  {
    name: '灯籠橋の約束日和',
    taste: 'visual-novel',
    year: 2013,
    popularity: 0.3,
    developer: 'Studio Tsukihotaru',
  },
  { name: '豆袋王国大乱战', taste: 'strategy', year: 2015, popularity: 0.15, developer: '豆袋工坊' },
  { name: 'Сонный лесоповал', taste: 'builder', year: 2014, popularity: 0.2, developer: 'Тихий Самовар' },

  // Games for adults.
  {
    name: 'Velvet Chrysalide',
    taste: 'visual-novel',
    year: 2014,
    popularity: 0.5,
    developer: 'Ribbonfall',
    tags: ['Visual Novel', 'Anime', 'Nudity', 'Sexual Content', 'Dating Sim'],
  },
  {
    name: 'Moonlit Bathhouse Ledgers',
    taste: 'visual-novel',
    year: 2015,
    popularity: 0.4,
    developer: 'Hanabira Lantern',
    tags: ['Visual Novel', 'Anime', 'Sexual Content', 'Romance', 'Comedy'],
  },
  {
    name: 'Gorewick Carnivale',
    taste: 'horror',
    year: 2013,
    popularity: 0.2,
    developer: 'Sallowmere Interactive',
    tags: ['Horror', 'Gore', 'Violent', 'Nudity', 'Mature'],
  },

  // Several developers, and commas that separate none.
  {
    name: 'Two Lamps, One Shadow',
    taste: 'roguelike',
    year: 2014,
    popularity: 0.3,
    developer: 'Tiny Gallows,Bonepaper',
  },
  {
    name: 'Pocket Hegemony',
    taste: 'strategy',
    year: 2013,
    popularity: 0.3,
    developer: 'Quillmarsh Games, Inc.,Brasshound (Mac, Linux),Hexenfeld',
  },

  // Games that are not released, or whose date is unknown.
  {
    name: 'Skarnfall 3',
    taste: 'shooter',
    year: 0,
    popularity: 0,
    releaseDate: 'Coming Soon',
    price: null,
    series: 'Skarnfall',
  },
  {
    name: 'Wimsorrow Heights',
    taste: 'builder',
    year: 0,
    popularity: 0,
    releaseDate: 'TBA',
    developer: 'Brickmoth',
  },
  {
    name: 'Kestrel GT 2018',
    taste: 'racing',
    year: 2018,
    popularity: 0,
    releaseDate: 'Jul 2018',
    series: 'Kestrel GT',
  },
  {
    name: 'Clovermere 3',
    taste: 'farming',
    year: 2017,
    popularity: 0.1,
    releaseDate: '2017-07-24',
    series: 'Clovermere',
  },
  { name: 'Umberlyn Station', taste: 'builder', year: 2017, popularity: 0.1, releaseDate: '2017' },
  { name: 'Peregore Nights', taste: 'horror', year: 2016, popularity: 0.2, releaseDate: 'Q3 2016' },
  {
    name: 'Jackdawry Junction',
    taste: 'builder',
    year: 2014,
    popularity: 0.2,
    releaseDate: null,
    developer: 'Oxbow Lantern',
  },

  // The first has its id only in the url; the second has no id and few other fields.
  {
    name: 'Kelpsworth Deeps',
    taste: 'roguelike',
    year: 2014,
    popularity: 0.4,
    idIn: 'url',
    developer: 'Bonepaper',
  },
  {
    name: '',
    taste: 'roguelike',
    year: 0,
    popularity: 0,
    idIn: 'neither',
    title: null,
    genres: null,
    tags: null,
    specs: null,
    developer: null,
    publisher: null,
    releaseDate: null,
    price: 19.99,
  },

  // A record that is not a game.
  {
    name: 'Vertexquill Studio',
    taste: 'builder',
    year: 2014,
    popularity: 0.1,
    developer: 'Brickmoth',
    price: 'Free to Try',
    genres: ['Animation &amp; Modeling', 'Design &amp; Illustration'],
    tags: ['Software', 'Design & Illustration'],
    specs: ['Steam Cloud'],
  },
  {
    name: 'Hobnettle Handcart',
    taste: 'racing',
    year: 2015,
    popularity: 0.2,
    price: 'Free',
    developer: 'Kerbside Nine',
  },
];
