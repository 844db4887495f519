import type { Translation } from '../en/language.ts';
import type { recommending as english } from '../en/recommending.ts';

/** The answers that recommend games, and the reason of each pick. */
export const recommending: Translation<typeof english> = {
  'recommend-game.title': 'Juegos como {game}',
  'recommend-user.title.user': 'A qué podría jugar {user} ahora',
  'recommend-user.title.likes':
    'Para alguien a quien {count, plural, one {le gusta} other {le gustan}} {games}',
  'recommend.none': 'No quedan juegos que cumplan todo esto.',
  'recommend.popular': 'No se sabe a qué juega este usuario, así que estos son los juegos más populares.',
  'reason.popular': '{players, plural, one {lo ha jugado # jugador} other {lo han jugado # jugadores}}',
  'reason.series': 'de la serie {series}',
  'reason.developer': 'también de {developer}',
  'reason.players': '{count, plural, one {# jugador juega} other {# jugadores juegan}} a los dos',
  'reason.tags': 'los dos están etiquetados como {tags}',
  'reason.played': 'porque juegas a {games}',
  'reason.owned': 'porque tienes {games}',
  'reason.played-and-owned': 'porque juegas a {played} y tienes {owned}',
  'reason.likes': 'porque te {count, plural, one {gusta} other {gustan}} {games}',
  'recommend-game.intro.collaborative': 'Juegos a los que juega la misma gente y juegos que se le parecen.',
  'recommend-game.intro.content': 'Según cómo son los juegos.',
  'recommend-game.intro.popularity':
    'No se conoce ningún juego parecido, así que estos son los más populares.',
  'recommend-user.intro.user.collaborative': 'Según a qué juega la gente con una biblioteca parecida.',
  'recommend-user.intro.user.content': 'Según cómo son los juegos de esta biblioteca.',
  'recommend-user.intro.likes.collaborative': 'Según a qué más juega la gente que juega a estos juegos.',
  'recommend-user.intro.likes.content': 'Según cómo son estos juegos.',
  'recommend-user.intro.popularity': 'No se sabe a qué juega, así que estos son los juegos más populares.',
  'recommend.place': 'Puestos del {from, number} al {to, number}.',
  'recommend.only': 'Solo {genre}.',
  'recommend.without': 'Sin {avoid}.',
  'recommend.how-known.obscure': 'Solo juegos que casi nadie conoce.',
  'recommend.how-known.known': 'Solo juegos a los que juegan algunas personas.',
  'recommend.how-known.popular': 'Solo juegos a los que juegan muchas personas.',
};
