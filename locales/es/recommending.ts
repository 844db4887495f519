import type { Translation } from '../en/language.ts';
import type { recommending as english } from '../en/recommending.ts';

/** The answers that recommend games, and the reason of each pick. */
export const recommending: Translation<typeof english> = {
  'recommend-game.title': 'Juegos parecidos a {game}',
  'recommend-user.title.user': 'A qué podría jugar ahora {user}',
  'recommend-user.title.likes':
    'Para alguien a quien {count, plural, one {le gusta} other {le gustan}} {games}',
  'recommend.none': 'No quedan juegos que cumplan todas las condiciones.',
  'recommend.popular': 'No se sabe a qué juega este usuario, así que estos son los juegos más jugados.',
  'reason.popular':
    '{players, plural, one {# persona lo ha jugado o reseñado} other {# personas lo han jugado o reseñado}}',
  'reason.series': 'de la saga {series}',
  'reason.developer': 'también de {developer}',
  'reason.players': '{count, plural, one {# persona juega} other {# personas juegan}} a los dos',
  'reason.tags': 'en común: {tags}',
  'reason.played': 'porque juega a {games}',
  'reason.owned': 'porque tiene {games}',
  'reason.played-and-owned': 'porque juega a {played}, y tiene {owned}',
  'reason.likes': 'porque te {count, plural, one {gusta} other {gustan}} {games}',
  'reason.likes-both': 'porque te gustan los dos',
  'recommend-game.intro.collaborative': 'A qué más juegan los aficionados a este juego, y otros parecidos.',
  'recommend-game.intro.content': 'Parecidos por etiquetas, estudio y saga.',
  'recommend-game.intro.popularity': 'No se conoce ningún juego parecido, así que estos son los más jugados.',
  'recommend-user.intro.user.collaborative': 'A qué juega la gente con una biblioteca parecida.',
  'recommend-user.intro.user.content':
    'Parecidos a los juegos de esta biblioteca por etiquetas, estudio y saga.',
  'recommend-user.intro.likes.collaborative':
    'A qué más juegan los aficionados a {count, plural, one {este juego} other {estos juegos}}.',
  'recommend-user.intro.likes.content': 'Parecidos por etiquetas, estudio y saga.',
  'recommend-user.intro.popularity': 'No se sabe a qué juega, así que estos son los juegos más jugados.',
  'recommend.place': 'Puestos del {from, number} al {to, number}.',
  'recommend.only': 'Solo {genre}.',
  'recommend.without': 'Sin {avoid}.',
  'recommend.how-known.obscure': 'Solo juegos que casi nadie conoce.',
  'recommend.how-known.known': 'Solo juegos algo conocidos.',
  'recommend.how-known.popular': 'Solo juegos muy conocidos.',
  'understood.all': 'Por {understood}.',
  'understood.first': '«{typed}» he entendido {game}',
  'understood.next': 'por «{typed}» {game}',
  'understood.developer': 'Por «{typed}» he entendido {developer}.',
  'understood.unknown': 'No conozco {names}{to, select, none {} other {: los datos acaban en {to}}}.',
};
