import type { LanguageCode } from '../../../locales/locales.ts';
import type { Asker } from '../../commands/contract/asker.ts';
import type { AnyCommand, CommandContext } from '../../commands/contract/command.ts';
import type { DrawPicture } from '../../commands/contract/picture.ts';

/** The preview's access to the program, made by the code that starts it. */
export interface PreviewSources {
  /** All commands. Those of scope `everywhere` can be tried on the page. */
  commands(): Promise<readonly AnyCommand[]>;
  /** The context that a command gets to answer this asker. */
  context(asker: Asker): CommandContext;
  draw: DrawPicture;
  /** The report on the data. The first call starts its computation. */
  report(language: LanguageCode): Promise<Report>;
  /** Called on a failure of ours, with the reference code that the page shows for it. */
  onFailure(details: { reference: string; err: unknown }): void;
}

/** The report on the served data set as a whole HTML document, or the reason that there is none. */
export type Report =
  | { state: 'ready'; html: string }
  /** `none`: there is no data set. */
  | { state: 'computing' | 'failed' | 'none' };

/** The user id under which commands see every visitor of the preview. No Discord id looks like this. */
export const VISITOR = 'preview';

/** A visitor's settings: the language of the answers, and whether to answer as in an age-restricted channel. */
export interface Manner {
  locale: string;
  ageRestricted: boolean;
}

/** The visitor as an asker in a private conversation, where there is no server to manage. */
export function visitorAsker({ locale, ageRestricted }: Manner): Asker {
  return { userId: VISITOR, locale, guildId: null, ageRestricted, mayManageGuild: false };
}
