import type { ExploreKey } from './explore.en.ts';

/** What the report on the data says, in Spanish. */
export const exploreEs: Record<ExploreKey, string> = {
  title: 'Un vistazo a los datos',
  lead: 'Qué contienen los tres archivos, cómo se reparte y qué no conviene deducir de ello. Todo está contado en el conjunto de datos {id}, publicado el {date}.',
  invented: 'Es la muestra inventada que acompaña al programa. No dice nada de personas ni de juegos reales.',
  home: 'Volver a las preguntas',
  contents: 'Contenido',
  skip: 'Ir al contenido',
  numbers: 'Las cifras',
  count: '{count, plural, one {# en total} other {# en total}}',
  'section.files': 'Qué contienen los archivos',
  'section.outliers': 'Valores imposibles, o casi',
  'section.hours': 'Horas y bibliotecas',
  'section.concentration': 'Cuánto se concentra el juego',
  'section.catalogue': 'Géneros, etiquetas y precios',
  'section.reviews': 'Reseñas',
  'section.limits': 'Qué no pueden decir los datos',
  'section.quality': 'Cómo de buena es la valoración de las palabras',

  'files.lead':
    'Cada archivo se lee línea a línea. «Antes» es lo que hay en el archivo; «después», lo que se carga. Un valor falta cuando no está, es NaN, es nulo, o es un texto o una lista sin nada.',
  'files.columns':
    'Las columnas con «items.» o «reviews.» son de los registros que hay dentro de una línea. Un valor repetido es uno que ya tenía un registro anterior. Pueden faltar más después que antes: unas palabras que no nombran un precio no son un precio. Nunca se muestran identificadores de personas, direcciones de sus páginas ni textos de reseñas.',
  'files.games': 'Juegos',
  'files.libraries': 'Bibliotecas',
  'files.reviews': 'Reseñas',
  'files.games.kept':
    'Se leyeron {read, number} registros y se cargaron {kept, number}. Los demás repetían un identificador, o no lo tenían.',
  'files.libraries.kept':
    'Se leyeron {read, number} registros de un juego en una biblioteca y se cargaron {kept, number}. Los demás repetían usuario y juego: vale el último.',
  'files.reviews.kept':
    'Se leyeron {read, number} reseñas y se cargaron {kept, number}. Las demás eran repeticiones exactas, o no se podían leer.',
  'files.rejected': 'Líneas y registros rechazados',
  'files.rejected.none': 'No se rechazó nada.',
  'files.rejected.lead':
    'Solo se dejan fuera ellos; el resto del archivo se toma. Se guarda dónde están, nunca qué dicen.',
  'head.column': 'Columna',
  'head.kind': 'Tipo',
  'head.missingBefore': 'Faltan antes',
  'head.missingAfter': 'Faltan después',
  'head.distinctBefore': 'Distintos antes',
  'head.distinctAfter': 'Distintos después',
  'head.repeated': 'Repetidos',
  'head.range': 'Rango',
  'head.examples': 'Ejemplos',
  'head.reason': 'Motivo',
  'head.times': 'Veces',
  'kind.text': 'texto',
  'kind.number': 'número',
  'kind.boolean': 'sí o no',
  'kind.list': 'lista',
  'kind.record': 'registro',
  'range.numbers': 'de {least} a {greatest}',
  'range.lengths': 'de {shortest, number} a {longest, number} caracteres',
  'range.entries': 'de {shortest, number} a {longest, number} elementos',
  notKept: 'no se carga',
  fallback: 'solo donde falta otro',
  notShown: 'no se muestran',
  tooMany: 'demasiados para distinguirlos',

  'outliers.lead':
    'No se quita nada por ser un valor extremo: se cuenta, y la tabla dice qué hacen con él las respuestas. El último día del que hablan los datos es el {day}.',
  'head.rule': 'Qué se busca',
  'head.found': 'Hay',
  'head.looked': 'Se miran',
  'head.most': 'El más extremo',
  'head.done': 'Qué se hace',
  'outlier.weeks-over-possible': 'Más horas en las dos últimas semanas de las que tienen dos semanas (336)',
  'outlier.weeks-over-possible.done': 'Nada usa las horas de dos semanas.',
  'outlier.weeks-over-total': 'Más horas en las dos últimas semanas que en total',
  'outlier.weeks-over-total.done': 'Valen las horas totales; las de dos semanas no se usan.',
  'outlier.hours-since-release':
    'Más horas en un juego de las que han pasado desde el primer día del año en que salió',
  'outlier.hours-since-release.done':
    'Se dejan: la fecha es la de la página de la tienda, y a muchos juegos ya se jugaba antes o salieron de nuevo después. Las horas se apuntan al año de la tienda.',
  'outlier.hours-since-steam':
    'Más horas en todos los juegos juntos de las que han pasado desde que abrió Steam en septiembre de 2003',
  'outlier.hours-since-steam.done':
    'Se dejan: pueden correr varios programas a la vez, y algunos se dejan encendidos.',
  'outlier.price-high': 'Un precio de más de 100 dólares',
  'outlier.price-high.done':
    'Se dejan: casi todos son programas, no juegos. Ninguna respuesta usa los precios.',
  'outlier.released-after': 'Un año de salida posterior a la última reseña',
  'outlier.released-after.done':
    'Se dejan: el archivo de juegos es más reciente que los otros dos. Un juego de un año posterior que tiene horas estaba en acceso anticipado, o salió de nuevo.',
  'outlier.reviewed-before-release': 'Una reseña de un año anterior al de la salida del juego',
  'outlier.reviewed-before-release.done':
    'Se dejan: acceso anticipado, y juegos que salieron de nuevo. El año de la reseña y el de la salida se preguntan por separado.',
  'outlier.review-long': 'Una reseña de mil palabras o más',
  'outlier.review-long.done':
    'Se dejan y se valoran enteras. Un texto largo suma muchos sentimientos, y su valor queda casi siempre cerca de −1 o de 1.',
  'outlier.votes-over-voters': 'Más votos a favor de una reseña que votantes',
  'outlier.votes-over-voters.done': 'Los votos se guardan y no se muestran en ningún sitio.',
  'unit.hours': '{value} h',
  'unit.dollars': '{value} $',
  'unit.years': '{value, plural, one {# año} other {# años}}',
  'unit.words': '{value, plural, one {# palabra} other {# palabras}}',
  'unit.votes': '{value, plural, one {# voto} other {# votos}}',

  'hours.lead':
    'Las horas son el total de toda la vida el día en que se recogieron los datos. Los tramos se ensanchan al subir (1, 3, 10, 30…), porque unos pocos juegos y usuarios tienen mil veces lo habitual.',
  'hours.byGame': 'Juegos según las horas jugadas en total',
  'hours.byGame.says':
    'La mitad de los {count, number} juegos a los que alguien ha jugado tiene menos de {median}; el más jugado, {most}.',
  'hours.byUser': 'Usuarios según las horas que han jugado',
  'hours.byUser.says':
    'La mitad de los {count, number} usuarios que juegan tiene menos de {median}; una décima parte, más de {ninth}, y el que más, {most}.',
  'hours.byYear': 'Horas según el año en que salió el juego',
  'hours.byYear.says':
    'Cada línea vale diez veces la de abajo. Es el año en que salió el juego, nunca el año en que se jugó.',
  'hours.none': 'ninguna',
  'hours.under': 'menos de {to}',
  'hours.between': 'de {from} a {to}',
  'hours.from': '{from} o más',
  'hours.mostPlayed': 'Los diez juegos con más horas',
  'libraries.sizes': 'Usuarios según cuántos juegos tienen',
  'libraries.sizes.says':
    'La mitad de los {count, number} usuarios con biblioteca tiene menos de {median, number} juegos; la mayor tiene {most, number}. El {unplayed} de los juegos que alguien tiene no se ha abierto nunca.',
  'head.hours': 'Horas',
  'head.games': 'Juegos',
  'head.users': 'Usuarios',
  'head.players': 'Jugadores',
  'head.game': 'Juego',
  'head.year': 'Año',
  'head.step': 'Tramo',

  'concentration.lead':
    'Si a todos los juegos se jugara lo mismo, la curva sería la línea recta. Cuanto más cuelga, más se concentra el juego en unos pocos. El coeficiente de Gini es esa distancia en un número: 0 si todo está igual de repartido, cerca de 1 si uno lo tiene todo.',
  'concentration.chart': 'Parte de todas las horas que tiene la parte que menos juega',
  'concentration.games': 'juegos',
  'concentration.users': 'usuarios',
  'concentration.equal': 'partes iguales',
  'concentration.across': 'parte de los juegos, o de los usuarios',
  'concentration.says':
    'Gini {games} entre {gameCount, number} juegos y {users} entre {userCount, number} usuarios. La centésima parte más jugada de los juegos tiene el {topGames} de todas las horas; la décima parte de los usuarios que más juega, el {topUsers}.',
  'concentration.none': 'No se ha jugado a nada.',
  'head.part': 'La parte que menos juega',
  'head.shareGames': 'de los juegos tiene',
  'head.shareUsers': 'de los usuarios tiene',

  'genres.chart': 'Juegos por género',
  'genres.says':
    'Un juego cuenta entero en cada uno de sus géneros, así que las barras suman más que los {count, number} juegos con ficha.',
  'genres.hours': 'Horas por género',
  'genres.hours.says': 'Los mismos géneros, por horas. Lo que muchos hacen no es lo que muchos juegan.',
  'tags.chart': 'Las etiquetas más frecuentes',
  'tags.says':
    'De {all, number} etiquetas, las {shown, number} que tienen más juegos. Las ponen los usuarios, así que dicen más de cómo es un juego que los géneros.',
  'prices.chart': 'Juegos por precio',
  'prices.says':
    'En dólares de Estados Unidos cuando se recogieron los datos. {free, number} son gratis; la mitad de los demás cuesta {median} como mucho; {unknown, number} no tienen precio.',
  'prices.free': 'gratis',
  'prices.upTo': 'hasta {to}',
  'prices.over': 'más de {from}',
  'head.genre': 'Género',
  'head.tag': 'Etiqueta',
  'head.price': 'Precio',

  'reviews.lead':
    'Una reseña es positiva, neutra o negativa por sus palabras (VADER), y recomienda el juego o no según el veredicto de quien la escribe.',
  'reviews.byMonth': 'Reseñas por mes',
  'reviews.byMonth.says':
    '{count, number} reseñas, {inferred, number} de ellas sin año. Steam no escribe el año en curso, así que el suyo se toma como el año en que se recogieron los datos.',
  'reviews.dated': 'año escrito en la reseña',
  'reviews.inferred': 'año deducido',
  'reviews.sentimentByYear': 'Sentimiento según el año de la reseña',
  'reviews.sentimentByYear.says': 'Partes de las reseñas de cada año; en los primeros hay pocas.',
  'reviews.sentimentByVerdict': 'Sentimiento según el veredicto',
  'reviews.sentimentByVerdict.says':
    'Quien recomienda usa palabras más amables, pero no siempre: la ironía, los tacos de alegría y los juegos de matar se leen como enfado.',
  'reviews.scores': 'Reseñas por puntuación, de 1 a 6',
  'reviews.scores.says':
    'La puntuación junta las dos cosas: 2 × sentimiento (0, 1, 2), y 2 más si recomienda, 1 si no. Un 1 es malo en palabras y veredicto; un 6, bueno en ambos.',
  'reviews.playtime': 'Reseñas que recomiendan según las horas jugadas',
  'reviews.playtime.says':
    'De quienes tienen el juego en su biblioteca, según sus horas el día en que se recogieron los datos, no cuando escribieron. {without, number} reseñas son de juegos que no están en la biblioteca de quien escribe.',
  'verdict.yes': 'recomendado',
  'verdict.no': 'no recomendado',
  'sentiment.negative': 'negativo',
  'sentiment.neutral': 'neutro',
  'sentiment.positive': 'positivo',
  'head.month': 'Mes',
  'head.reviews': 'Reseñas',
  'head.score': 'Puntuación',
  'head.verdict': 'Veredicto',
  'head.hoursPlayed': 'Horas jugadas',
  'head.recommending': 'Recomiendan',
  'head.shareRecommending': 'Parte que recomienda',

  'limits.lead': 'Para que nadie lea en una respuesta más de lo que hay.',
  'head.what': 'Qué',
  'head.share': 'Parte',
  'head.ofWhich': 'Cuántos',
  'head.means': 'Qué significa',
  'parts.of': '{part} de {whole}',
  'limit.inferredYears': 'Reseñas con el año deducido',
  'limit.inferredYears.means': 'Las respuestas sobre el año {year} se apoyan en ellas, y lo dicen.',
  'limit.partialLibraries': 'Bibliotecas incompletas',
  'limit.partialLibraries.means':
    'Steam cuenta más juegos de los que aparecen. Valen para horas y jugadores, pero el recomendador solo aprende de bibliotecas enteras.',
  'limit.emptyLibraries': 'Bibliotecas vacías',
  'limit.emptyLibraries.means': 'Un perfil privado se ve igual que uno sin juegos.',
  'limit.reviewersOnly': 'Usuarios que solo se conocen por sus reseñas',
  'limit.reviewersOnly.means': 'No se sabe nada de lo que tienen.',
  'limit.unrecordedGames': 'Juegos sin ficha',
  'limit.unrecordedGames.means':
    'Como mucho tienen el nombre que les dan las bibliotecas: ni género, ni año, ni desarrollador.',
  'limit.unrecordedRows': 'Esos juegos en las bibliotecas',
  'limit.unrecordedRows.means': 'Cuentan como comprados y jugados, para las personas y para el recomendador.',
  'limit.unrecordedHours': 'Horas en esos juegos',
  'limit.unrecordedHours.means': 'Faltan en toda respuesta por género o por año de salida.',
  'limit.unrecordedReviews': 'Reseñas de esos juegos',
  'limit.unrecordedReviews.means':
    'Cuentan en el año en que se escribieron, pero en ningún desarrollador ni año de salida.',
  'limit.withoutGenre': 'Fichas sin género',
  'limit.withoutGenre.means': 'No están en ninguna respuesta por género.',
  'limit.withoutYear': 'Fichas sin año de salida',
  'limit.withoutYear.means': 'No están en ninguna respuesta por año de salida.',
  'limit.countedHours': 'Horas de juegos con género y año',
  'limit.countedHours.means': 'Esta parte de todo lo jugado está detrás de las respuestas por género.',
  'limits.crawl':
    'Los usuarios son los que se encontraron al recorrer comunidades australianas, no una muestra de todo Steam. Quien juega en privado no está.',
  'languages.chart': 'Reseñas por idioma',
  'languages.says':
    'VADER lee inglés. {other, number} reseñas ({share}) están en otro idioma: llama neutras al {otherNeutral} de ellas, frente al {englishNeutral} de las inglesas, porque apenas conoce una palabra. Hacen crecer las neutras de un desarrollador; los juegos más recomendados pierden poco, porque allí una reseña neutra también cuenta.',
  'languages.how':
    'El idioma lo dice el paquete eld por el principio del texto; a los textos cortos ({short, number} aquí) no se les pregunta.',
  'language.few': 'muy pocas palabras',
  'language.unknown': 'no se sabe',
  'language.rest': 'otros idiomas',
  'head.language': 'Idioma',
  'head.neutralShare': 'Consideradas neutras',

  'quality.lead':
    'Quien mejor sabe qué querían decir las palabras es quien las escribió. De una reseña que recomienda y otra que no, tomadas al azar, ¿cuántas veces suenan más amables las palabras de la primera? Esa parte es el AUC: 0,5 es el azar y 1 es siempre.',
  'quality.all': 'Todas las reseñas',
  'quality.all-censored': 'Todas, con las palabras censuradas',
  'quality.with-censored': 'Reseñas con palabras censuradas',
  'quality.with-censored-censored': 'Las mismas, con esas palabras',
  'quality.english': 'Reseñas en inglés',
  'quality.other': 'Reseñas en otros idiomas',
  'quality.chart': 'AUC de las palabras frente al veredicto',
  'quality.censored':
    'El filtro de Steam escribe un corazón por cada letra de un taco. VADER, tal como se publicó, lee cada uno como cariño; aquí se quitan antes los que van de tres en adelante.',
  'quality.agreement':
    'El acuerdo con el programa de los autores de VADER no se puede contar en un conjunto cargado, que no guarda textos. Se midió el 24 de noviembre de 2026 en 19.466 reseñas reales: todas las etiquetas y todos los valores, hasta el cuarto decimal, son iguales (test/real/sentiment.test.ts).',
  'head.among': 'Entre',
  'head.auc': 'AUC',
  'quality.none': 'no se puede saber',
};
