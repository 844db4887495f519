import type { Translation } from '../en/language.ts';
import type { pictures as english } from '../en/pictures.ts';

/** The pictures under answers, and their descriptions for people who cannot see them. */
export const pictures: Translation<typeof english> = {
  'picture.hours': 'Horas jugadas, por año de lanzamiento de los juegos',
  'picture.players': '{players, plural, one {# jugador} other {# jugadores}}',
  'picture.account': 'una cuenta de Steam',
  'picture.description': 'Imagen: {title}. {unit}: {figures}.',
  'picture.shares': 'Cuánto aportó cada juego a cada recomendación',
  'picture.rest': 'otros juegos',
  'picture.games': '{games, plural, one {# juego} other {# juegos}}',
};
