import type { Translation } from '../en/language.ts';
import type { picks as english } from '../en/picks.ts';

/** The line of a pick, and the line under a list of picks. */
export const picks: Translation<typeof english> = {
  'pick.verdict':
    '{reviews, plural, one {{recommending, plural, =0 {su única reseña no lo recomienda} other {su única reseña lo recomienda}}} other {lo recomienda el {share, number, percent} de # reseñas}}',
  'picks.libraries':
    '{owners, plural, =0 {Según la ficha del juego} one {Según # biblioteca que lo tiene} other {Según # bibliotecas que lo tienen}}',
  'picks.library': 'Según {games, plural, one {# juego} other {# juegos}} de esta biblioteca',
  'picks.likes': 'Según {games, plural, one {# juego} other {# juegos}} que has nombrado',
};
