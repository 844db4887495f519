import type { answers as english } from '../en/answers.ts';
import type { Translation } from '../en/language.ts';

/** The answers of the questions about play and reviews: titles, columns, buttons, and the figures that they rest on. */
export const answers: Translation<typeof english> = {
  'playtime-genre.title':
    '{genre}: los juegos de {year, number, ::group-off} suman más horas que los de ningún otro año ({hours, number})',
  'user-for-genre.title':
    '{user} es quien más ha jugado a juegos de {genre}: {hours, plural, one {# hora} other {# horas}}',
  'user-for-genre.left-out':
    'Este perfil de Steam era público cuando se recogieron los datos; no se ha elegido en este servidor. ¿Es el tuyo? /privacidad dice cómo no aparecer.',
  'users-recommend.title.reviewed':
    'Los juegos más recomendados en las reseñas de {year, number, ::group-off}',
  'users-recommend.title.released':
    'Los juegos más recomendados de los lanzados en {year, number, ::group-off}',
  'users-recommend.none': 'Ninguna reseña de ese año recomienda un juego con palabras que no sean negativas.',
  'users-worst-developer.title.count.reviewed':
    'Los desarrolladores con más malas reseñas en {year, number, ::group-off}',
  'users-worst-developer.title.count.released':
    'Los desarrolladores con más malas reseñas de juegos lanzados en {year, number, ::group-off}',
  'users-worst-developer.title.share.reviewed':
    'Los desarrolladores con el porcentaje más alto de malas reseñas en {year, number, ::group-off}',
  'users-worst-developer.title.share.released':
    'Los desarrolladores con el porcentaje más alto de malas reseñas de juegos lanzados en {year, number, ::group-off}',
  'users-worst-developer.none.count':
    'Ningún desarrollador recibió una mala reseña {yearOf, select, reviewed {ese año} other {por juegos de ese año}}.',
  'users-worst-developer.none.share':
    'Ningún desarrollador con al menos {least, number} reseñas {yearOf, select, reviewed {ese año} other {de juegos de ese año}} recibió una mala.',
  'users-worst-developer.least':
    'Solo se comparan desarrolladores con al menos {least, number} reseñas {yearOf, select, reviewed {ese año} other {de juegos de ese año}}.',
  'sentiment-analysis.title': 'Reseñas de los juegos de {developer}',

  'name.adult': '(un juego para adultos)',
  'list.and-more': '{items} y {count, number} más',

  'hours-by-year.all':
    'Horas de {players, plural, one {# jugador} other {# jugadores}}, según el año de lanzamiento de los juegos:',
  'hours-by-year.theirs': 'Las horas de esta cuenta de Steam, según el año de lanzamiento de los juegos:',
  'hours-by-year.page': 'Años {from, number} a {to, number} de {count, number}',
  'users-recommend.answer.reviewed':
    '{game} fue el más recomendado en las reseñas de {year, number, ::group-off}',
  'users-recommend.answer.released':
    '{game} es el más recomendado de los juegos lanzados en {year, number, ::group-off}',
  'users-recommend.count': '{count, plural, one {# recomendación} other {# recomendaciones}}',
  'users-worst-developer.answer.count.reviewed':
    '{developer} recibió más malas reseñas que nadie en {year, number, ::group-off}',
  'users-worst-developer.answer.count.released':
    '{developer} recibió más malas reseñas que nadie por juegos lanzados en {year, number, ::group-off}',
  'users-worst-developer.answer.share.reviewed':
    '{developer} tuvo el porcentaje más alto de malas reseñas en {year, number, ::group-off}',
  'users-worst-developer.answer.share.released':
    '{developer} tuvo el porcentaje más alto de malas reseñas por juegos lanzados en {year, number, ::group-off}',
  'users-worst-developer.count': '{count, plural, one {# mala reseña} other {# malas reseñas}}',
  'users-worst-developer.share':
    '{share} de {reviews, plural, one {su única reseña} other {sus # reseñas}} {yearOf, select, reviewed {de ese año} other {de esos juegos}}; al menos {least} con un 95 % de confianza',
  'sentiment-analysis.answer': 'El {share} de las reseñas recomienda los juegos de {developer}',
  'sentiment-analysis.none': 'Nadie ha escrito una reseña de un juego de {developer}',

  'button.more-hours': '◀ Más horas',
  'button.fewer-hours': 'Menos horas ▶',
  'button.user-for-genre': '¿Quién ha jugado más?',
  'button.playtime-genre': '¿De qué año son los juegos con más horas?',
  'button.reviewed': 'Por año de la reseña',
  'button.released': 'Por año de lanzamiento',
  'button.by-count': 'Por cantidad',
  'button.by-share': 'Por porcentaje',
  'button.another-five': 'Otros cinco',
  'button.five-before': '◀ Los cinco anteriores',
  'menu.more-like': 'Más juegos parecidos a uno de estos…',
  'menu.instead': '¿Querías decir…?',
  'menu.which': '{name}: ¿cuál?',

  'column.because': 'Motivo',
  'column.release-year': 'Año de lanzamiento',
  'column.hours': 'Horas',
  'column.rank': 'Puesto',
  'column.game': 'Juego',
  'column.developer': 'Desarrollador',
  'column.recommendations': 'Recomendaciones',
  'column.bad-reviews': 'Malas reseñas',
  'column.judgement': 'Veredicto o palabras',
  'column.reviews': 'Reseñas',
  'column.question': 'Pregunta',
  'column.tells': 'Descripción',
  'column.example': 'Ejemplo',
  'column.share': 'Porcentaje',
  'column.at-least': 'Al menos (95 %)',

  'sentiment.negative': '{count, plural, one {negativa} other {negativas}}',
  'sentiment.neutral': '{count, plural, one {neutra} other {neutras}}',
  'sentiment.positive': '{count, plural, one {positiva} other {positivas}}',
  'sentiment.words':
    '{tone, select, positive {palabras positivas} neutral {palabras neutras} other {palabras negativas}}',
  'sentiment.heading': 'Sentimiento de las palabras',
  'sentiment.caution':
    'Lo juzga VADER, que conoce palabras (en inglés) pero no juegos: «kill» y «hell» le parecen negativas incluso en un elogio.',
  'verdict.yes': '{count, plural, one {recomienda} other {recomiendan}}',
  'verdict.no': '{count, plural, one {no recomienda} other {no recomiendan}}',

  'rests-on.players-and-hours':
    'Basado en {hours, plural, one {# hora} other {# horas}} de {players, plural, one {# jugador} other {# jugadores}} en este género.',
  'rests-on.players-compared':
    'El mayor total entre {players, plural, one {# jugador} other {# jugadores}} de este género.',
  'rests-on.lifetime-hours':
    'Son horas acumuladas; el año es el de lanzamiento del juego, no aquel en que se jugó.',
  'rests-on.games-end': 'Los juegos de los datos llegan hasta {year, number, ::group-off}.',
  'rests-on.reviews': 'Basado en {reviews, plural, one {# reseña} other {# reseñas}}.',
  'rests-on.recommendations': 'Una recomendación cuenta si las palabras de la reseña no son negativas.',
  'rests-on.bad-reviews': 'Una mala reseña no recomienda el juego y usa palabras negativas.',
  'rests-on.reviews-of-games':
    'Basado en {reviews, plural, one {# reseña} other {# reseñas}} de {games, plural, one {# juego} other {# juegos}}.',
  'rests-on.libraries-with-game':
    'Basado en {owners, plural, =0 {la ficha del juego: no está en ninguna biblioteca completa de los datos} one {la única biblioteca completa de los datos que lo tiene y en su ficha} other {las # bibliotecas completas de los datos que lo tienen y en su ficha}}.',
  'rests-on.library':
    'Basado en {games, plural, one {# juego} other {# juegos}} que tiene este usuario; ha jugado a {played}.',
  'rests-on.likes': 'Basado en {games, plural, one {# juego} other {# juegos}} que has nombrado.',
  'rests-on.inferred':
    '{inferred, plural, one {# de ellas no indica} other {# de ellas no indican}} el año; se estima por el año en que se recogieron los datos.',
  'rests-on.span':
    'Los datos tienen reseñas del {from, date, medium} al {to, date, medium}{inferred, plural, =0 {} one {; en # el año es estimado} other {; en # el año es estimado}}.',
  'rests-on.invented': 'No son cifras reales: vienen de la muestra inventada que acompaña a este programa.',

  'origin.reviews':
    'Según {reviews, plural, one {# reseña} other {# reseñas}}{inferred, plural, =0 {} one {, # con el año estimado} other {, # con el año estimado}}',
  'origin.reviews-of-games':
    'Según {reviews, plural, one {# reseña} other {# reseñas}} de {games, plural, one {# juego} other {# juegos}}',
  'origin.players': 'Según {players, plural, one {# jugador} other {# jugadores}} de este género',
  'origin.players-and-hours':
    'Según {hours, plural, one {# hora} other {# horas}} de {players, plural, one {# jugador} other {# jugadores}}',
  'origin.end': 'hasta {year, number, ::group-off}',
  'origin.games-end': 'juegos hasta {year, number, ::group-off}',
  'origin.reviews-end': 'reseñas hasta {year, number, ::group-off}',
  'origin.invented': 'muestra inventada',
};
