import type { Language } from '../en/language.ts';
import { about } from './about.ts';
import { admin } from './admin.ts';
import { answers } from './answers.ts';
import { commands } from './commands.ts';
import { errors } from './errors.ts';
import { labels } from './labels.ts';
import { page } from './page.ts';
import { picks } from './picks.ts';
import { pictures } from './pictures.ts';
import { recommending } from './recommending.ts';
import { report } from './report.ts';

/** Spanish. */
export const es: Language = {
  locales: { 'es-ES': 'Español (España)', 'es-419': 'Español (Latinoamérica)' },
  otherRegions: 'es-419',
  quotes: ['«', '»'],
  complete: true,
  texts: {
    ...about,
    ...admin,
    ...answers,
    ...errors,
    ...page,
    ...pictures,
    ...picks,
    ...recommending,
    ...report,
  },
  asInEnglish: ['page.app', 'page.no', 'report.unit.dollars', 'report.head.auc'],
  commands,
  labels,
};
