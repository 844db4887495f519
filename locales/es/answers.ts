import type { answers as english } from '../en/answers.ts';
import type { Translation } from '../en/language.ts';

/** The answers of the questions about play and reviews: titles, columns, buttons, and the figures that they rest on. */
export const answers: Translation<typeof english> = {
  'playtime-genre.title':
    'Los juegos de {genre} lanzados en {year, number, ::group-off} son los más jugados: {hours, plural, one {# hora} other {# horas}}',
  'user-for-genre.title':
    '{user} es quien más ha jugado a {genre}: {hours, plural, one {# hora} other {# horas}}',
  'user-for-genre.left-out': '¿Es tu cuenta? /privacidad dice cómo no aparecer.',
  'users-recommend.title.reviewed':
    'Los juegos más recomendados en las reseñas de {year, number, ::group-off}',
  'users-recommend.title.released':
    'Los juegos más recomendados entre los lanzados en {year, number, ::group-off}',
  'users-recommend.none': 'Ninguna reseña de ese año recomienda un juego.',
  'users-worst-developer.title.reviewed':
    'Los desarrolladores con más reseñas malas en {year, number, ::group-off}',
  'users-worst-developer.title.released':
    'Los desarrolladores con más reseñas malas de juegos lanzados en {year, number, ::group-off}',
  'users-worst-developer.none': 'Ningún desarrollador recibió una reseña mala ese año.',
  'sentiment-analysis.title': 'Reseñas de los juegos de {developer}',

  'name.adult': '(un juego para adultos)',
  'list.and-more': '{items} y {count, number} más',

  'hours-by-year.all':
    'Horas jugadas por {players, plural, one {# jugador} other {# jugadores}}, según el año de lanzamiento de los juegos:',
  'hours-by-year.theirs': 'Sus horas, según el año de lanzamiento de los juegos:',
  'hours-by-year.page': 'Años del {from, number} al {to, number} de {count, number}',
  'users-recommend.answer.reviewed':
    '{game} fue el más recomendado en las reseñas de {year, number, ::group-off}',
  'users-recommend.answer.released':
    '{game} es el más recomendado de los juegos lanzados en {year, number, ::group-off}',
  'users-recommend.count': '{count, plural, one {# recomendación} other {# recomendaciones}}',
  'users-worst-developer.answer.reviewed':
    '{developer} recibió más reseñas malas que nadie en {year, number, ::group-off}',
  'users-worst-developer.answer.released':
    '{developer} recibió más reseñas malas que nadie por juegos lanzados en {year, number, ::group-off}',
  'users-worst-developer.count': '{count, plural, one {# reseña mala} other {# reseñas malas}}',
  'sentiment-analysis.answer': 'El {share} de las reseñas de los juegos de {developer} son positivas',
  'sentiment-analysis.none': 'Nadie ha escrito una reseña de un juego de {developer}',

  'button.more-hours': '◀ Más horas',
  'button.fewer-hours': 'Menos horas ▶',
  'button.user-for-genre': '¿Quién ha jugado más?',
  'button.playtime-genre': '¿De qué año son los juegos más jugados?',
  'button.reviewed': 'Por año de la reseña',
  'button.released': 'Por año de lanzamiento',
  'button.another-five': 'Otros cinco',
  'button.five-before': '◀ Los cinco anteriores',
  'menu.more-like': 'Más juegos como uno de estos…',
  'menu.instead': '¿Querías decir…?',

  'column.because': 'Motivo',
  'column.release-year': 'Año de lanzamiento',
  'column.hours': 'Horas',
  'column.rank': 'Puesto',
  'column.game': 'Juego',
  'column.developer': 'Desarrollador',
  'column.recommendations': 'Recomendaciones',
  'column.bad-reviews': 'Reseñas malas',
  'column.sentiment': 'Sentimiento',
  'column.reviews': 'Reseñas',
  'column.question': 'Pregunta',
  'column.tells': 'Descripción',
  'column.example': 'Ejemplo',
  'column.share': 'Porcentaje',

  'sentiment.negative': '{count, plural, one {negativa} other {negativas}}',
  'sentiment.neutral': '{count, plural, one {neutra} other {neutras}}',
  'sentiment.positive': '{count, plural, one {positiva} other {positivas}}',

  'rests-on.players-and-hours':
    'A partir de {hours, plural, one {# hora} other {# horas}} de {players, plural, one {# jugador} other {# jugadores}} en este género. Son horas totales: el año es el de lanzamiento del juego, no aquel en que se jugó.',
  'rests-on.reviews': 'A partir de {reviews, plural, one {# reseña} other {# reseñas}}.',
  'rests-on.reviews-of-games':
    'A partir de {reviews, plural, one {# reseña} other {# reseñas}} de {games, plural, one {# juego} other {# juegos}}.',
  'rests-on.libraries-with-game':
    'A partir de {owners, plural, =0 {la ficha del juego: ninguna biblioteca completa de los datos lo tiene} one {la única biblioteca completa de los datos que lo tiene, y de su ficha} other {las # bibliotecas completas de los datos que lo tienen, y de su ficha}}.',
  'rests-on.library':
    'A partir de {games, plural, one {# juego} other {# juegos}} que tiene este usuario; ha jugado a {played}.',
  'rests-on.likes': 'A partir de {games, plural, one {# juego} other {# juegos}} que has nombrado.',
  'rests-on.inferred':
    '{inferred, plural, one {# de ellas no indica} other {# de ellas no indican}} el año; se dedujo a partir del año en que se recogieron los datos.',
  'rests-on.span':
    'Los datos tienen reseñas del {from, date, medium} al {to, date, medium}{inferred, plural, =0 {} one {; el año de # de ellas es deducido} other {; el año de # de ellas es deducido}}.',
  'rests-on.invented': 'No son cifras reales: vienen de la muestra inventada que acompaña a este programa.',
};
