import type { Plain } from '../../../locales/markdown.ts';
import type { Words } from '../../../locales/words.ts';
import type { DataSet } from '../../engine/data-set/data-set.ts';
import type { Picture } from '../contract/picture.ts';
import { countsInWords, pictureSource } from './picture-words.ts';

/** The parts of a picture of a few counts. */
export interface RanksPicture {
  title: Plain;
  /** The unit of the counts, such as `recommendations`. */
  unit: Plain;
  /** The amount of data behind it, such as `1,234 reviews`. */
  restsOn: Plain;
  /** The things and their counts, the highest count first. */
  bars: readonly { name: Plain; value: number }[];
}

/** A picture of a few things with their counts as bars. */
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
