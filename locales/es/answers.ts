import type { answers as english } from '../en/answers.ts';
import type { Translation } from '../en/language.ts';

/** The answers of the questions about play and reviews: titles, columns, buttons, and the figures that they rest on. */
export const answers: Translation<typeof english> = {
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

  'name.adult': '(un juego para adultos)',
  'list.and-more': '{items} y {count, number} más',

  'hours-by-year.all':
    'Horas que {players, plural, one {ha jugado # jugador} other {han jugado # jugadores}}, por el año de publicación de los juegos:',
  'hours-by-year.theirs': 'Sus horas, por el año de publicación de los juegos:',
  'hours-by-year.page': 'Años {from, number} a {to, number} de {count, number}',
  'users-recommend.answer.reviewed':
    '{game} fue lo más recomendado en las reseñas de {year, number, ::group-off}',
  'users-recommend.answer.released':
    '{game} es el más recomendado de los juegos publicados en {year, number, ::group-off}',
  'users-recommend.count': '{count, plural, one {# recomendación} other {# recomendaciones}}',
  'users-worst-developer.answer.reviewed':
    '{developer} recibió más reseñas malas que nadie en {year, number, ::group-off}',
  'users-worst-developer.answer.released':
    '{developer} recibió más reseñas malas que nadie por juegos publicados en {year, number, ::group-off}',
  'users-worst-developer.count': '{count, plural, one {# reseña mala} other {# reseñas malas}}',
  'sentiment-analysis.answer': 'El {share} de las reseñas de los juegos de {developer} son positivas',
  'sentiment-analysis.none': 'Nadie ha reseñado un juego de {developer}',

  'button.more-hours': '◀ Más horas',
  'button.fewer-hours': 'Menos horas ▶',
  'button.user-for-genre': '¿Quién ha jugado más?',
  'button.playtime-genre': '¿De qué año son los juegos más jugados?',
  'button.reviewed': 'Por año de la reseña',
  'button.released': 'Por año de publicación',
  'button.another-five': 'Otros cinco',
  'button.five-before': '◀ Los cinco de antes',
  'menu.more-like': 'Más como uno de estos…',
  'menu.instead': '¿Qué querías decir?',

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
  'column.question': 'Pregunta',
  'column.tells': 'Lo que dice',
  'column.example': 'Ejemplo',
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
};
