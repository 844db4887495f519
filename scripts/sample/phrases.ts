/**
 * Phrases for the invented reviews. `{name}` is the game, `{feature}` and `{other}` are two features of games of its taste,
 * `{hours}` and `{n}` are numbers.
 */

export const PRAISE: readonly string[] = [
  'Superb {feature} and even better {other}.',
  'I love this game.',
  'Easily one of the best things I have bought this year.',
  "Can't stop playing, {hours} hours in and still having fun.",
  'Great {feature}, great {other}, great price.',
  'My friends and I had a wonderful time with it.',
  'Beautiful, clever and generous with its content.',
  "It's a charming little gem.",
  'They got the {feature} just right.',
  'Worth every cent, even at full price.',
  'The developers listen and the updates keep making it better.',
  '{n}/10 would get hopelessly happy again.',
  'I was not expecting to enjoy the {feature} this much.',
  'An amazing sequel in spirit to everything I liked as a kid.',
  'So good that my sister bought a copy for herself.',
  'The best {feature} in the genre, period.',
  'Fun alone, brilliant with friends.',
  'Highly recommended if you care about {feature}.',
  'Smooth, polished and a joy to look at.',
  '"Just one more go" is how I lost a perfectly nice weekend.',
];

export const BLAME: readonly string[] = [
  'Terrible {feature} and worse {other}.',
  'Crashes every {n} minutes, what a mess.',
  'I regret buying this.',
  'A lazy, broken cash grab.',
  'Boring after {hours} hours and it never recovers.',
  'So bad, the {feature}, that it hurts.',
  "Don't waste your money.",
  'The servers are dead and the support is useless.',
  'Abandoned by the developers, full of awful bugs.',
  'My save was lost twice and nobody cares.',
  'Horrible {feature}, ugly menus, annoying {other}.',
  'Worst purchase of the year, I hate it.',
  'It is a disappointing shadow of the first one.',
  'They ruined the {feature} with the last patch.',
  'Pathetic port: no settings, constant stutter, fails to start.',
  'Cheaters everywhere and nothing is done about it, "soon" they say.',
];

export const REMARKS: readonly string[] = [
  'You walk around, and then: {feature}.',
  'It has {feature}.',
  'I have {hours} hours in {name}.',
  'Runs on my old laptop.',
  'Bought it in the winter sale.',
  "It's like the previous one, with more {feature}.",
  'There are {n} levels.',
  'Played it with a controller.',
  'You need a second monitor for the {feature}.',
  'The tutorial takes {n} minutes.',
  'Wait for a sale.',
  'It is a video game.',
];

/** Praise in words that a machine takes for blame. */
export const IRONY: readonly string[] = [
  'I died {n} times, killed by a rat, lost everything. Brutal, cruel, evil. Buy it.',
  'This game destroyed my sleep, my grades and my marriage. No regrets.',
  'Warning: murder, misery, war and death. So, {name}.',
  'My village burned, everyone starved and the enemy laughed. {n}/10.',
];

/** Blame in words that a machine takes for praise. */
export const SARCASM: readonly string[] = [
  'Great game if you love loading screens.',
  'Wow, amazing, the best {feature} that an intern can make in {n} hours.',
  'I wanted to love this. The idea is brilliant and the art is pretty, but it never comes together.',
];

/** Phrases with censored words: Steam's filter replaces swear words with hearts. */
export const CENSORED: readonly string[] = [
  'What the ♥♥♥♥ happened to the {feature}?',
  'This is ♥♥♥♥ing hard.',
  'Absolute ♥♥♥♥, refund please.',
  '♥♥♥♥ yes.',
  'Some ♥♥♥♥♥♥♥ took my base and I ♥♥♥♥ing laughed.',
];

/** Whole reviews that are unlike the others: other languages, signs, quotes and escapes. */
export const CURIOS: readonly string[] = [
  'Muy buen juego, lo recomiendo para jugar con amigos.',
  'Me encanta la música, pero le falta contenido. Ojalá lo actualicen pronto.',
  '¡Increíble! Llevo {hours} horas y no puedo parar.',
  'No me funciona, se cierra al empezar. Una lástima.',
  'Juegazo. La mejor compra del año.',
  '10/10 👍🎮',
  '😂😂😂 my horse is on the roof again',
  '❤ {name} ❤',
  ':) :) :D',
  'She said "it\'s only a game" and then she didn\'t speak for {n} hours.',
  'The manual says "don\'t panic". I panicked.',
  'Pros:\t{feature}\tCons:\tnone\\few',
  'Line one of my poem\nLine two about {feature}\nLine three',
  '\u3000\u3000wide spaces\u3000for a wide world\u00a0.',
  'meh',
  'gg',
  'ok',
  '.',
  "It's {name}, what else is there to say?      ",
  'C:\\Games\\{name} is my favourite folder.',
];
