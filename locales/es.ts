import type { en } from './en.ts';

/** Every text in Spanish. */
export const es: Record<keyof typeof en, string> = {
  'playtime-genre.title':
    'Los juegos de {genre} publicados en {year, number, ::group-off} son los más jugados: {hours, plural, one {# hora} other {# horas}}',
  'user-for-genre.title':
    '{user} es quien más ha jugado a {genre}: {hours, plural, one {# hora} other {# horas}}',
  'users-recommend.title.reviewed':
    'Los juegos más recomendados en las reseñas de {year, number, ::group-off}',
  'users-recommend.title.released':
    'Los más recomendados de los juegos publicados en {year, number, ::group-off}',
  'users-recommend.none': 'Ninguna reseña de ese año recomienda un juego.',
  'users-worst-developer.title.reviewed':
    'Los desarrolladores con más reseñas malas en {year, number, ::group-off}',
  'users-worst-developer.title.released':
    'Los desarrolladores con más reseñas malas por juegos publicados en {year, number, ::group-off}',
  'users-worst-developer.none': 'Ningún desarrollador recibió una reseña mala ese año.',
  'sentiment-analysis.title': 'Lo que dicen las reseñas de los juegos de {developer}',

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

  'column.because': 'Por qué',
  'column.release-year': 'Año de publicación',
  'column.hours': 'Horas',
  'column.rank': 'Puesto',
  'column.game': 'Juego',
  'column.developer': 'Desarrollador',
  'column.recommendations': 'Recomendaciones',
  'column.bad-reviews': 'Reseñas malas',
  'column.sentiment': 'Sentimiento',
  'column.reviews': 'Reseñas',
  'column.share': 'Parte',

  'sentiment.negative': 'negativas',
  'sentiment.neutral': 'neutras',
  'sentiment.positive': 'positivas',

  'rests-on.players-and-hours':
    'A partir de {hours, plural, one {# hora} other {# horas}} de {players, plural, one {# jugador} other {# jugadores}} en este género. Las horas son totales de por vida: el año es el de publicación del juego, no el año en que se jugó.',
  'rests-on.reviews': 'A partir de {reviews, plural, one {# reseña} other {# reseñas}}.',
  'rests-on.reviews-of-games':
    'A partir de {reviews, plural, one {# reseña} other {# reseñas}} de {games, plural, one {# juego} other {# juegos}}.',
  'rests-on.libraries-with-game':
    'A partir de {owners, plural, =0 {lo que dice su ficha: ninguna biblioteca completa de los datos lo tiene} one {la # biblioteca completa de los datos que lo tiene, y de su ficha} other {las # bibliotecas completas de los datos que lo tienen, y de su ficha}}.',
  'rests-on.library':
    'A partir de {games, plural, one {# juego} other {# juegos}} que tiene este usuario, {played} de ellos jugados.',
  'rests-on.likes': 'A partir de {games, plural, one {# juego} other {# juegos}} que has nombrado.',
  'rests-on.inferred':
    '{inferred, plural, one {# de ellas no dice} other {# de ellas no dicen}} el año; se dedujo del año en que se reunieron los datos.',
  'rests-on.span':
    'Los datos tienen reseñas del {from, date, medium} al {to, date, medium}{inferred, plural, =0 {} one {; el año de # de ellas es deducido} other {; el año de # de ellas es deducido}}.',
  'rests-on.invented': 'No son cifras reales: vienen de la muestra inventada que trae este programa.',

  'error.no-data-set': 'Todavía no hay datos. Se cargan con: npm run refresh',
  'error.unknown-genre':
    'No hay ningún género «{name}».{suggestions, select, none {} other { ¿Querías decir {suggestions}?}}',
  'error.ambiguous-genre': '«{name}» puede ser más de un género: {suggestions}.',
  'error.unknown-developer':
    'No hay ningún desarrollador «{name}».{suggestions, select, none {} other { ¿Querías decir {suggestions}?}}',
  'error.ambiguous-developer': '«{name}» puede ser más de un desarrollador: {suggestions}.',
  'error.unknown-game':
    'No hay ningún juego «{name}»{to, select, other { en los datos, que acaban en {to}}}.{suggestions, select, none {} other { ¿Querías decir {suggestions}?}}',
  'error.ambiguous-game': '«{name}» puede ser más de un juego: {suggestions}.',
  'error.unknown-label':
    'No hay ningún género ni etiqueta «{name}».{suggestions, select, none {} other { ¿Querías decir {suggestions}?}}',
  'error.ambiguous-label': '«{name}» puede ser más de un género o etiqueta: {suggestions}.',
  'error.unknown-user':
    'En los datos no hay nadie con el identificador de Steam «{userId}». También puedes nombrar juegos que te gusten.',
  'error.user-or-likes':
    'Di de quién son los juegos (un identificador de Steam) o qué juegos te gustan, y solo una de las dos cosas.',
  'error.too-many-likes': 'Nombra {most} juegos como máximo.',
  'error.no-hours-in-genre': 'Nadie en los datos ha jugado a un juego del género {genre}.',
  'error.no-reviews-of-year':
    'No hay reseñas de {year, number, ::group-off}. Los datos van de {from, number, ::group-off} a {to, number, ::group-off}.',
  'error.year-after-data':
    '{year, number, ::group-off} es posterior a los datos, que terminan en {to, number, ::group-off}.',
  'error.unknown-command':
    'No hay ningún comando «{name}».{suggestions, select, none {} other { Hay: {suggestions}.}}',
  'error.missing-option': 'Falta la opción «{option}».',
  'error.unknown-option':
    'No hay ninguna opción «{option}».{suggestions, select, none {} other { Hay: {suggestions}.}}',
  'error.option-not-a-number': 'La opción «{option}» es un número entero, no «{value}».',
  'error.option-not-a-choice': 'La opción «{option}» es una de {suggestions}, no «{value}».',
  'error.not-a-question': 'Esta línea no es una pregunta. Una es así: {example}',
  'error.internal': 'Algo ha fallado aquí, no en tu pregunta. Referencia: {reference}',
};
