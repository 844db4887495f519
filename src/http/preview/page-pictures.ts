import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DrawPicture, Picture } from '../../commands/contract/picture.ts';
import type { SentReply } from '../../commands/contract/reply.ts';
import { PICTURE } from '../../commands/message/illustrated.ts';
import type { ShownFile } from './pictures.ts';

/** The number of charts that are remembered for browsers that will ask for their pictures; the oldest go first. */
const CHARTS = 1000;

/**
 * The pictures of answers on the page. An answer is shown at once, with the address of its picture; the browser asks for the
 * picture by itself, with or without a script, and gets it when it is drawn.
 */
export class PagePictures {
  readonly #draw: DrawPicture;
  readonly #charts = new LRUCache<string, Picture['chart']>({ max: CHARTS });

  constructor(draw: DrawPicture) {
    this.#draw = draw;
  }

  /** The picture of a reply as a file under an address of ours; none where the reply has no picture. */
  filesOf({ picture }: SentReply): ShownFile[] {
    if (picture === undefined) return [];
    const { chart, description } = picture;
    const key = createHash('sha256').update(JSON.stringify(chart)).digest('hex');
    this.#charts.set(key, chart);
    return [{ name: PICTURE, address: `/pictures/${key}.png`, description }];
  }

  /** The drawn picture; null where it cannot be drawn, or its answer was long ago. @param file such as `0123….png` */
  async draw(file: string): Promise<Uint8Array | null> {
    const chart = this.#charts.get(file.replace(/\.png$/, ''));
    return chart === undefined ? null : this.#draw(chart);
  }
}
