import { decodeXML } from 'entities';
import type { Game } from './model.ts';
import { BLAME, CENSORED, CURIOS, IRONY, PRAISE, REMARKS, SARCASM } from './phrases.ts';
import type { Random } from './random.ts';
import { TASTES } from './tastes.ts';

/** An invented review of a game. Its words mostly suit the verdict, but not always. */
export function reviewText(game: Game, recommend: boolean, random: Random): string {
  const features = TASTES[game.taste].features;
  const [feature, other] = random.some(features, 2);
  return template(recommend, random)
    .replaceAll('{name}', decodeXML(game.name))
    .replaceAll('{feature}', feature!)
    .replaceAll('{other}', other!)
    .replaceAll('{hours}', () => String(random.integer(3, 600)))
    .replaceAll('{n}', () => String(random.integer(2, 12)));
}

function template(recommend: boolean, random: Random): string {
  // In this order: no text, a curiosity, irony, a censored word, remarks without a verdict, plain speech.
  switch (random.weighted([1.5, 5, 5, 8, recommend ? 20 : 12, 60])) {
    case 0:
      return '';
    case 1:
      return random.pick(CURIOS);
    case 2:
      return random.pick(recommend ? IRONY : SARCASM);
    case 3:
      return [random.pick(CENSORED), ...random.some(recommend ? PRAISE : BLAME, random.integer(0, 2))].join(
        ' ',
      );
    case 4:
      return random.some(REMARKS, random.integer(1, 3)).join(' ');
    default:
      return plainSpeech(recommend, random);
  }
}

function plainSpeech(recommend: boolean, random: Random): string {
  const [mostly, also] = recommend ? [PRAISE, BLAME] : [BLAME, PRAISE];
  const sentences = [
    ...random.some(
      mostly,
      Math.round(
        random.quantile([
          [0, 1],
          [0.5, 1.6],
          [0.9, 4],
          [1, 9],
        ]),
      ),
    ),
    ...random.some(REMARKS, random.chance(0.4) ? random.integer(1, 2) : 0),
    ...random.some(also, random.chance(0.15) ? 1 : 0),
  ];
  // The crawl joined lines without a space.
  return random.some(sentences, sentences.length).join(random.chance(0.1) ? '' : ' ');
}
