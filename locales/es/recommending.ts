import type { Translation } from '../en/language.ts';
import type { recommending as english } from '../en/recommending.ts';

/** The answers that recommend games, and the reason of each pick. */
export const recommending: Translation<typeof english> = {
  'recommend-game.title': 'Juegos como {game}',
  'recommend-user.title.user': 'A qué podría jugar {user} ahora',
  'recommend-user.title.likes': 'Para alguien a quien le gusta {games}',
  'recommend.none': 'No queda nada que cumpla todo esto.',
  'recommend.popular':
    'Estos son los juegos que más gente juega, porque no se sabe nada de lo que juega este usuario.',
  'reason.popular': '{players, plural, one {lo ha jugado # jugador} other {lo han jugado # jugadores}}',
  'reason.series': 'de la serie {series}',
  'reason.developer': 'también de {developer}',
  'reason.players': '{count, plural, one {# jugador juega} other {# jugadores juegan}} a los dos',
  'reason.tags': 'los dos son {tags}',
  'reason.played': 'porque juegas a {games}',
  'reason.owned': 'porque tienes {games}',
  'reason.played-and-owned': 'porque juegas a {played} y tienes {owned}',
  'reason.likes': 'porque te gusta {games}',
  'recommend-game.intro.collaborative': 'Lo que juega la misma gente y se le parece.',
  'recommend-game.intro.content': 'Por cómo son los juegos.',
  'recommend-game.intro.popularity': 'No se sabe de nada que se le parezca; esto es lo que más se juega.',
  'recommend-user.intro.user.collaborative': 'De lo que juega la gente con una biblioteca como esta.',
  'recommend-user.intro.user.content': 'Por cómo son los juegos de esta biblioteca.',
  'recommend-user.intro.likes.collaborative': 'De lo que también juega la gente que juega a estos juegos.',
  'recommend-user.intro.likes.content': 'Por cómo son estos juegos.',
  'recommend-user.intro.popularity': 'No se sabe a qué juega; esto es lo que más se juega.',
  'recommend.place': 'Puestos {from, number} a {to, number}.',
  'recommend.only': 'Solo {genre}.',
  'recommend.without': 'Nada de {avoid}.',
  'recommend.how-known.obscure': 'Solo juegos que casi nadie conoce.',
  'recommend.how-known.known': 'Solo juegos a los que juega alguna gente.',
  'recommend.how-known.popular': 'Solo juegos a los que juega mucha gente.',
};
