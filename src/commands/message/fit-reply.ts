import type { SentReply } from '../contract/reply.ts';
import { cutText } from './embed-text.ts';
import { fitRow } from './fit-components.ts';
import { fitEmbeds } from './fit-embeds.ts';
import { fitLayout } from './fit-layout.ts';

/** The number of rows under embeds. */
const ROWS = 5;
/** The greatest length of a file's description, in UTF-16 units. */
const DESCRIPTION = 1024;

/**
 * The reply within Discord's limits, whatever the data holds. A text that is too long is cut between characters; parts that
 * are too many, or empty, are left out. A reply that keeps to the limits is not changed.
 */
export function fitReply<Fitting extends SentReply>(reply: Fitting): Fitting {
  const { files, picture } = reply as SentReply;
  const described = {
    files: files.map((file) => ({ ...file, description: cutText(file.description, DESCRIPTION) })),
    ...(picture === undefined
      ? {}
      : { picture: { ...picture, description: cutText(picture.description, DESCRIPTION) } }),
  };
  const seen = new Set<string>();
  const fitting: SentReply =
    'layout' in reply
      ? { ...reply, ...described, layout: fitLayout(reply.layout, picture === undefined ? 0 : 1) }
      : {
          embeds: fitEmbeds(reply.embeds),
          components: reply.components.flatMap((row) => fitRow(row, seen)).slice(0, ROWS),
          ...described,
        };
  // The types stay right: `cutText` never cuts within an escape.
  return fitting as Fitting;
}
