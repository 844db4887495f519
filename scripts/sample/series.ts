import type { Kind, Taste } from './model.ts';

/** A series: its parts, and the products around them, such as soundtracks. */
export interface Series {
  name: string;
  taste: Taste;
  developer: string;
  publisher?: string;
  parts: readonly (readonly [name: string, year: number])[];
  extras?: readonly (readonly [name: string, year: number, kind: Kind])[];
}

/** All series, with invented names. The first series of a taste is its best known. */
export const SERIES: readonly Series[] = [
  {
    name: 'Skarnfall',
    taste: 'shooter',
    developer: 'Ironlark Foundry',
    parts: [
      ['Skarnfall', 2007],
      ['Skarnfall 2', 2011],
      ['Skarnfall: Global Siege', 2013],
    ],
    extras: [
      ['Skarnfall: Global Siege - Public Test', 2013, 'tool'],
      ['Skarnfall 2 - Frostline Pack', 2012, 'dlc'],
    ],
  },
  {
    name: 'Operation Dunmarrow',
    taste: 'shooter',
    developer: 'Coldmarrow Works',
    parts: [
      ['Operation Dunmarrow', 2009],
      ['Operation Dunmarrow: Second Salvo', 2012],
      ['Operation Dunmarrow III', 2014],
    ],
    extras: [['Operation Dunmarrow III - Season Pass', 2014, 'dlc']],
  },
  {
    name: 'Hexline',
    taste: 'shooter',
    developer: 'VORTIGO',
    parts: [
      ['Hexline Zero®', 2010],
      ['Hexline One™', 2014],
    ],
  },
  {
    name: 'Cobblecraft',
    taste: 'builder',
    developer: 'Brickmoth',
    parts: [
      ['Cobblecraft Isles', 2011],
      ['Cobblecraft Isles 2', 2015],
    ],
    extras: [
      ['Cobblecraft Isles - Original Soundtrack', 2012, 'soundtrack'],
      ['Cobblecraft Isles Demo', 2011, 'demo'],
    ],
  },
  {
    name: 'Moss &amp; Marrow',
    taste: 'builder',
    developer: 'Tallow &amp; Wren',
    parts: [
      ['Moss &amp; Marrow', 2012],
      ['Moss &amp; Marrow: Deep Roots', 2014],
    ],
    extras: [['Moss &amp; Marrow - Fungal Expansion', 2013, 'dlc']],
  },
  {
    name: 'Driftholm',
    taste: 'builder',
    developer: 'Oxbow Lantern',
    parts: [
      ['Driftholm', 2010],
      ['Driftholm Reforged', 2016],
    ],
  },
  {
    name: 'Crowns of Velmora',
    taste: 'strategy',
    developer: 'Seventh Meridian Works',
    publisher: 'Lanternfish Publishing',
    parts: [
      ['Crowns of Velmora', 2006],
      ['Crowns of Velmora II', 2010],
      ['Crowns of Velmora III: Broken Thrones', 2014],
    ],
    extras: [
      ['Crowns of Velmora II - Complete Edition', 2012, 'edition'],
      ['Crowns of Velmora II - Spice Routes', 2011, 'dlc'],
      ['Crowns of Velmora III - Saltmarsh Kingdoms', 2015, 'dlc'],
    ],
  },
  {
    name: 'Orbital Suzerain',
    taste: 'strategy',
    developer: 'Quillmarsh Games, Inc.',
    parts: [
      ['Orbital Suzerain', 2011],
      ['Orbital Suzerain: Dark Perihelion', 2015],
    ],
  },
  {
    name: 'Hexenfeld 1631',
    taste: 'strategy',
    developer: 'Hexenfeld,Brasshound (Mac, Linux)',
    parts: [
      ['Hexenfeld 1631', 2009],
      ['Hexenfeld 1648', 2013],
    ],
  },
  {
    name: 'Clovermere',
    taste: 'farming',
    developer: 'Butterdock',
    parts: [
      ['Clovermere', 2012],
      ['Clovermere: Winter Barn', 2014],
      ['Clovermere 2', 2016],
    ],
    extras: [
      ['Clovermere Soundtrack', 2013, 'soundtrack'],
      ['Clovermere - Alpaca Pack', 2015, 'dlc'],
    ],
  },
  {
    name: 'Puddleby Farm',
    taste: 'farming',
    developer: 'Plumwhistle',
    parts: [
      ['Puddleby Farm', 2009],
      ['Puddleby Farm: Café Noisette', 2013],
    ],
  },
  {
    name: 'Kettlewick',
    taste: 'farming',
    developer: 'Mossy Kettle Collective,Plumwhistle',
    parts: [
      ['Kettlewick Tea Garden', 2014],
      ['Kettlewick Night Market', 2016],
    ],
  },
  {
    name: 'Ember Hollow',
    taste: 'horror',
    developer: 'Grimsallow',
    publisher: 'Copperkite Publishing',
    parts: [
      ['Ember Hollow', 2008],
      ['Ember Hollow II', 2011],
      ['Ember Hollow 3: Ashfall', 2015],
    ],
    extras: [
      ['Ember Hollow II - Game of the Year Edition', 2012, 'edition'],
      ['Ember Hollow II - Cinder Court', 2012, 'dlc'],
      ['Ember Hollow 3: Ashfall - Soundtrack', 2015, 'soundtrack'],
      ['Ember Hollow Demo', 2008, 'demo'],
      ['Ember Hollow 3: Ashfall Dedicated Server', 2015, 'tool'],
    ],
  },
  {
    name: 'Wardrobe of Teeth',
    taste: 'horror',
    developer: 'Sallowmere Interactive',
    parts: [
      ['Wardrobe of Teeth', 2008],
      ['Wardrobe of Teeth: Molars', 2011],
      ['Wardrobe of Teeth 3', 2015],
    ],
  },
  {
    name: 'Nachtwurzel',
    taste: 'horror',
    developer: 'Vortigo',
    parts: [
      ['Nachtwurzel', 2011],
      ['Nachtwurzel: Rückkehr', 2014],
    ],
  },
  {
    name: 'Kestrel GT',
    taste: 'racing',
    developer: 'Redline Otter',
    parts: [
      ['Kestrel GT', 2009],
      ['Kestrel GT 2', 2012],
      ['Kestrel GT 2015', 2015],
    ],
    extras: [
      ['Kestrel GT 2 - Nordschleifchen Track Pack', 2013, 'dlc'],
      ['Kestrel GT 2015 Demo', 2015, 'demo'],
    ],
  },
  {
    name: 'Mudlark Rally',
    taste: 'racing',
    developer: 'Kerbside Nine,Brasshound (Mac, Linux)',
    parts: [
      ['Mudlark Rally', 2011],
      ['Mudlark Rally: Monsoon', 2014],
    ],
  },
  {
    name: 'Lanterns Below',
    taste: 'roguelike',
    developer: 'Tiny Gallows',
    parts: [
      ['Lanterns Below', 2011],
      ['Lanterns Below: Relit', 2014],
    ],
    extras: [
      ['Lanterns Below: Relit - Moth Plague', 2015, 'dlc'],
      ['Lanterns Below: Relit Soundtrack', 2014, 'soundtrack'],
    ],
  },
  {
    name: 'Bonepaper Dungeon',
    taste: 'roguelike',
    developer: 'Bonepaper',
    parts: [
      ['Bonepaper Dungeon', 2012],
      ['Bonepaper Dungeon DX', 2015],
    ],
  },
  {
    name: 'Goblin Ledger',
    taste: 'roguelike',
    developer: 'Runequarry',
    parts: [
      ['Goblin Ledger', 2010],
      ['Goblin Ledger II: Audit Season', 2013],
    ],
  },
  {
    name: 'Paper Crane Summer',
    taste: 'visual-novel',
    developer: 'Hanabira Lantern',
    parts: [
      ['Paper Crane Summer', 2012],
      ['Paper Crane Winter', 2014],
    ],
    extras: [['Paper Crane Summer - Art Book', 2013, 'dlc']],
  },
  {
    name: 'Ribbonfall Academy',
    taste: 'visual-novel',
    developer: 'Ribbonfall',
    parts: [
      ['Ribbonfall Academy', 2013],
      ['Ribbonfall Academy: Second Term', 2015],
    ],
  },
  {
    name: 'Touchline Tactician',
    taste: 'sports',
    developer: 'Matchday Forge Ltd.',
    parts: [
      ['Touchline Tactician 11', 2010],
      ['Touchline Tactician 13', 2012],
      ['Touchline Tactician 15', 2014],
      ['Touchline Tactician 16', 2015],
    ],
  },
  {
    name: 'Goalmouth Heroes',
    taste: 'sports',
    developer: 'Goalmouth Nine',
    parts: [
      ['Goalmouth Heroes', 2010],
      ['Goalmouth Heroes: Extra Time', 2013],
    ],
  },
  {
    name: 'Aetherwake Online',
    taste: 'mmo',
    developer: 'Everwatch Basin',
    parts: [
      ['Aetherwake Online', 2010],
      ['Aetherwake Online: Tides', 2014],
    ],
    extras: [
      ["Aetherwake Online: Founder's Pack", 2011, 'dlc'],
      ['Aetherwake Online - Starter Mount Pack', 2014, 'dlc'],
    ],
  },
  {
    name: 'Crownless',
    taste: 'mmo',
    developer: 'Crownless Online',
    parts: [
      ['Crownless', 2009],
      ['Crownless: Pauper Kings', 2013],
    ],
  },
];
