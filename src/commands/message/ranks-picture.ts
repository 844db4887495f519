import type { Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Picture } from '../contract/picture.ts';
import { countsInWords, pictureSource } from './picture-words.ts';

/** What a picture of a few counts is made of; texts without markdown. */
export interface RanksPicture {
  title: Plain;
  unit: Plain;
  /** How much it rests on, in words. */
  restsOn: Plain;
  /** The most first. */
  bars: readonly { name: Plain; value: number }[];
}

/** A few things with their counts as bars. */
export function ranksPicture(given: RanksPicture, dataSet: DataSet, words: Words): Picture {
  const { title, unit, restsOn, bars } = given;
  return {
    chart: {
      kind: 'ranks',
      title,
      unit,
      source: pictureSource(restsOn, dataSet, words),
      locale: words.locale,
      bars,
    },
    description: words.plain('picture.description', { title, unit, figures: countsInWords(bars, words) }),
  };
}
