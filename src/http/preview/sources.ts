import type { LanguageCode } from '../../../locales/locales.ts';
import type { Asker } from '../../commands/contract/asker.ts';
import type { AnyCommand, CommandContext } from '../../commands/contract/command.ts';
import type { DrawPicture } from '../../commands/contract/picture.ts';

/** What the preview asks; made by whoever starts the program. */
export interface PreviewSources {
  /** Every command there is. Those of scope `everywhere` can be tried on the page. */
  commands(): Promise<readonly AnyCommand[]>;
  /** What a command may use to answer this asker. */
  context(asker: Asker): CommandContext;
  draw: DrawPicture;
  /** The look at the data; asked for the first time, it is computed. */
  report(language: LanguageCode): Promise<Report>;
  /** Told of a failure of ours, with the reference code that the page shows for it. */
  onFailure(details: { reference: string; err: unknown }): void;
}

/** The look at the data that is being served, as a whole HTML document, or why it is not there. */
export type Report =
  | { state: 'ready'; html: string }
  /** `none`: there is no data set. */
  | { state: 'computing' | 'failed' | 'none' };

/** The preview's one visitor, as commands see who asks. No Discord id is like this. */
export const VISITOR = 'preview';

/** How a visitor asks: in which language, and as if the channel were age-restricted or not. */
export interface Manner {
  locale: string;
  ageRestricted: boolean;
}

/** The visitor as an asker: in a private conversation, where nobody manages a server. */
export function visitorAsker({ locale, ageRestricted }: Manner): Asker {
  return { userId: VISITOR, locale, guildId: null, ageRestricted, mayManageGuild: false };
}
