import type { Translation } from '../en/language.ts';
import type { report as english } from '../en/report.ts';

/** The report on the data. */
export const report: Translation<typeof english> = {
  'report.title': 'Un vistazo a los datos',
  'report.lead':
    'Qué contienen los tres archivos, cómo se reparte y qué no conviene deducir de ello. Todo está contado en el conjunto de datos {id}, publicado el {date}.',
  'report.invented':
    'Es la muestra inventada que acompaña al programa. No dice nada de personas ni de juegos reales.',
  'report.home': 'Volver a las preguntas',
  'report.contents': 'Contenido',
  'report.skip': 'Ir al contenido',
  'report.numbers': 'Las cifras',
  'report.section.files': 'Qué contienen los archivos',
  'report.section.outliers': 'Valores imposibles, o casi',
  'report.section.hours': 'Horas y bibliotecas',
  'report.section.concentration': 'Cuánto se concentra el juego',
  'report.section.catalogue': 'Géneros, etiquetas y precios',
  'report.section.reviews': 'Reseñas',
  'report.section.limits': 'Qué no pueden decir los datos',
  'report.section.quality': 'Cómo de buena es la valoración de las palabras',

  'report.files.lead':
    'Cada archivo se lee línea a línea. «Antes» es lo que hay en el archivo; «después», lo que se carga. Un valor falta cuando no está, es NaN, es nulo, o es un texto o una lista sin nada.',
  'report.files.columns':
    'Las columnas con «items.» o «reviews.» son de los registros que hay dentro de una línea. Un valor repetido es uno que ya tenía un registro anterior. Pueden faltar más después que antes: unas palabras que no nombran un precio no son un precio. Nunca se muestran identificadores de personas, direcciones de sus páginas ni textos de reseñas.',
  'report.files.games': 'Juegos',
  'report.files.libraries': 'Bibliotecas',
  'report.files.reviews': 'Reseñas',
  'report.files.games.kept':
    'Se leyeron {read, number} registros y se cargaron {kept, number}. Los demás repetían un identificador, o no lo tenían.',
  'report.files.libraries.kept':
    'Se leyeron {read, number} registros de un juego en una biblioteca y se cargaron {kept, number}. Los demás repetían usuario y juego: vale el último.',
  'report.files.reviews.kept':
    'Se leyeron {read, number} reseñas y se cargaron {kept, number}. Las demás eran repeticiones exactas, o no se podían leer.',
  'report.files.rejected': 'Líneas y registros rechazados',
  'report.files.rejected.none': 'No se rechazó nada.',
  'report.files.rejected.lead':
    'Solo se dejan fuera ellos; el resto del archivo se toma. Se guarda dónde están, nunca qué dicen.',
  'report.head.column': 'Columna',
  'report.head.kind': 'Tipo',
  'report.head.missingBefore': 'Faltan antes',
  'report.head.missingAfter': 'Faltan después',
  'report.head.distinctBefore': 'Distintos antes',
  'report.head.distinctAfter': 'Distintos después',
  'report.head.repeated': 'Repetidos',
  'report.head.range': 'Rango',
  'report.head.examples': 'Ejemplos',
  'report.head.reason': 'Motivo',
  'report.head.times': 'Veces',
  'report.kind.text': 'texto',
  'report.kind.number': 'número',
  'report.kind.boolean': 'sí o no',
  'report.kind.list': 'lista',
  'report.kind.record': 'registro',
  'report.range.numbers': 'de {least} a {greatest}',
  'report.range.lengths': 'de {shortest, number} a {longest, number} caracteres',
  'report.range.entries': 'de {shortest, number} a {longest, number} elementos',
  'report.notKept': 'no se carga',
  'report.fallback': 'solo donde falta otro',
  'report.notShown': 'no se muestran',
  'report.tooMany': 'demasiados para distinguirlos',

  'report.outliers.lead':
    'No se quita nada por ser un valor extremo: se cuenta, y la tabla dice qué hacen con él las respuestas. El último día del que hablan los datos es el {day}.',
  'report.head.rule': 'Qué se busca',
  'report.head.found': 'Hay',
  'report.head.looked': 'Se miran',
  'report.head.most': 'El más extremo',
  'report.head.done': 'Qué se hace',
  'report.outlier.weeks-over-possible':
    'Más horas en las dos últimas semanas de las que tienen dos semanas (336)',
  'report.outlier.weeks-over-possible.done': 'Nada usa las horas de dos semanas.',
  'report.outlier.weeks-over-total': 'Más horas en las dos últimas semanas que en total',
  'report.outlier.weeks-over-total.done': 'Valen las horas totales; las de dos semanas no se usan.',
  'report.outlier.hours-since-release':
    'Más horas en un juego de las que han pasado desde el primer día del año en que salió',
  'report.outlier.hours-since-release.done':
    'Se dejan: la fecha es la de la página de la tienda, y a muchos juegos ya se jugaba antes o salieron de nuevo después. Las horas se apuntan al año de la tienda.',
  'report.outlier.hours-since-steam':
    'Más horas en todos los juegos juntos de las que han pasado desde que abrió Steam en septiembre de 2003',
  'report.outlier.hours-since-steam.done':
    'Se dejan: pueden correr varios programas a la vez, y algunos se dejan encendidos.',
  'report.outlier.price-high': 'Un precio de más de 100 dólares',
  'report.outlier.price-high.done':
    'Se dejan: casi todos son programas, no juegos. Ninguna respuesta usa los precios.',
  'report.outlier.released-after': 'Un año de salida posterior a la última reseña',
  'report.outlier.released-after.done':
    'Se dejan: el archivo de juegos es más reciente que los otros dos. Un juego de un año posterior que tiene horas estaba en acceso anticipado, o salió de nuevo.',
  'report.outlier.reviewed-before-release': 'Una reseña de un año anterior al de la salida del juego',
  'report.outlier.reviewed-before-release.done':
    'Se dejan: acceso anticipado, y juegos que salieron de nuevo. El año de la reseña y el de la salida se preguntan por separado.',
  'report.outlier.review-long': 'Una reseña de mil palabras o más',
  'report.outlier.review-long.done':
    'Se dejan y se valoran enteras. Un texto largo suma muchos sentimientos, y su valor queda casi siempre cerca de −1 o de 1.',
  'report.outlier.votes-over-voters': 'Más votos a favor de una reseña que votantes',
  'report.outlier.votes-over-voters.done': 'Los votos se guardan y no se muestran en ningún sitio.',
  'report.unit.hours': '{value} h',
  'report.unit.years': '{value, plural, one {# año} other {# años}}',
  'report.unit.words': '{value, plural, one {# palabra} other {# palabras}}',
  'report.unit.votes': '{value, plural, one {# voto} other {# votos}}',

  'report.hours.lead':
    'Las horas son el total de toda la vida el día en que se recogieron los datos. Los tramos se ensanchan al subir (1, 3, 10, 30…), porque unos pocos juegos y usuarios tienen mil veces lo habitual.',
  'report.hours.byGame': 'Juegos según las horas jugadas en total',
  'report.hours.byGame.says':
    'La mitad de los {count, number} juegos a los que alguien ha jugado tiene menos de {median}; el más jugado, {most}.',
  'report.hours.byUser': 'Usuarios según las horas que han jugado',
  'report.hours.byUser.says':
    'La mitad de los {count, number} usuarios que juegan tiene menos de {median}; una décima parte, más de {ninth}, y el que más, {most}.',
  'report.hours.byYear': 'Horas según el año en que salió el juego',
  'report.hours.byYear.says':
    'Cada línea vale diez veces la de abajo. Es el año en que salió el juego, nunca el año en que se jugó.',
  'report.hours.none': 'ninguna',
  'report.hours.under': 'menos de {to}',
  'report.hours.between': 'de {from} a {to}',
  'report.hours.from': '{from} o más',
  'report.hours.mostPlayed': 'Los diez juegos con más horas',
  'report.libraries.sizes': 'Usuarios según cuántos juegos tienen',
  'report.libraries.sizes.says':
    'La mitad de los {count, number} usuarios con biblioteca tiene menos de {median, number} juegos; la mayor tiene {most, number}. El {unplayed} de los juegos que alguien tiene no se ha abierto nunca.',
  'report.head.hours': 'Horas',
  'report.head.games': 'Juegos',
  'report.head.users': 'Usuarios',
  'report.head.players': 'Jugadores',
  'report.head.game': 'Juego',
  'report.head.year': 'Año',
  'report.head.step': 'Tramo',

  'report.concentration.lead':
    'Si a todos los juegos se jugara lo mismo, la curva sería la línea recta. Cuanto más cuelga, más se concentra el juego en unos pocos. El coeficiente de Gini es esa distancia en un número: 0 si todo está igual de repartido, cerca de 1 si uno lo tiene todo.',
  'report.concentration.chart': 'Parte de todas las horas que tiene la parte que menos juega',
  'report.concentration.games': 'juegos',
  'report.concentration.users': 'usuarios',
  'report.concentration.equal': 'partes iguales',
  'report.concentration.across': 'parte de los juegos, o de los usuarios',
  'report.concentration.says':
    'Gini {games} entre {gameCount, number} juegos y {users} entre {userCount, number} usuarios. La centésima parte más jugada de los juegos tiene el {topGames} de todas las horas; la décima parte de los usuarios que más juega, el {topUsers}.',
  'report.concentration.none': 'No se ha jugado a nada.',
  'report.head.part': 'La parte que menos juega',
  'report.head.shareGames': 'de los juegos tiene',
  'report.head.shareUsers': 'de los usuarios tiene',

  'report.genres.chart': 'Juegos por género',
  'report.genres.says':
    'Un juego cuenta entero en cada uno de sus géneros, así que las barras suman más que los {count, number} juegos con ficha.',
  'report.genres.hours': 'Horas por género',
  'report.genres.hours.says':
    'Los mismos géneros, por horas. Lo que muchos hacen no es lo que muchos juegan.',
  'report.tags.chart': 'Las etiquetas más frecuentes',
  'report.tags.says':
    'De {all, number} etiquetas, las {shown, number} que tienen más juegos. Las ponen los usuarios, así que dicen más de cómo es un juego que los géneros.',
  'report.prices.chart': 'Juegos por precio',
  'report.prices.says':
    'En dólares de Estados Unidos cuando se recogieron los datos. {free, number} son gratis; la mitad de los demás cuesta {median} como mucho; {unknown, number} no tienen precio.',
  'report.prices.free': 'gratis',
  'report.prices.upTo': 'hasta {to}',
  'report.prices.over': 'más de {from}',
  'report.head.genre': 'Género',
  'report.head.tag': 'Etiqueta',
  'report.head.price': 'Precio',

  'report.reviews.lead':
    'Una reseña es positiva, neutra o negativa por sus palabras (VADER), y recomienda el juego o no según el veredicto de quien la escribe.',
  'report.reviews.byMonth': 'Reseñas por mes',
  'report.reviews.byMonth.says':
    '{count, number} reseñas, {inferred, number} de ellas sin año. Steam no escribe el año en curso, así que el suyo se toma como el año en que se recogieron los datos.',
  'report.reviews.dated': 'año escrito en la reseña',
  'report.reviews.inferred': 'año deducido',
  'report.reviews.sentimentByYear': 'Sentimiento según el año de la reseña',
  'report.reviews.sentimentByYear.says': 'Partes de las reseñas de cada año; en los primeros hay pocas.',
  'report.reviews.sentimentByVerdict': 'Sentimiento según el veredicto',
  'report.reviews.sentimentByVerdict.says':
    'Quien recomienda usa palabras más amables, pero no siempre: la ironía, los tacos de alegría y los juegos de matar se leen como enfado.',
  'report.reviews.scores': 'Reseñas por puntuación, de 1 a 6',
  'report.reviews.scores.says':
    'La puntuación junta las dos cosas: 2 × sentimiento (0, 1, 2), y 2 más si recomienda, 1 si no. Un 1 es malo en palabras y veredicto; un 6, bueno en ambos.',
  'report.reviews.playtime': 'Reseñas que recomiendan según las horas jugadas',
  'report.reviews.playtime.says':
    'De quienes tienen el juego en su biblioteca, según sus horas el día en que se recogieron los datos, no cuando escribieron. {without, number} reseñas son de juegos que no están en la biblioteca de quien escribe.',
  'report.verdict.yes': 'recomendado',
  'report.verdict.no': 'no recomendado',
  'report.sentiment.negative': 'negativo',
  'report.sentiment.neutral': 'neutro',
  'report.sentiment.positive': 'positivo',
  'report.head.month': 'Mes',
  'report.head.reviews': 'Reseñas',
  'report.head.score': 'Puntuación',
  'report.head.verdict': 'Veredicto',
  'report.head.hoursPlayed': 'Horas jugadas',
  'report.head.recommending': 'Recomiendan',
  'report.head.shareRecommending': 'Parte que recomienda',

  'report.limits.lead': 'Para que nadie lea en una respuesta más de lo que hay.',
  'report.head.what': 'Qué',
  'report.head.share': 'Parte',
  'report.head.ofWhich': 'Cuántos',
  'report.head.means': 'Qué significa',
  'report.parts.of': '{part} de {whole}',
  'report.limit.inferredYears': 'Reseñas con el año deducido',
  'report.limit.inferredYears.means': 'Las respuestas sobre el año {year} se apoyan en ellas, y lo dicen.',
  'report.limit.partialLibraries': 'Bibliotecas incompletas',
  'report.limit.partialLibraries.means':
    'Steam cuenta más juegos de los que aparecen. Valen para horas y jugadores, pero el recomendador solo aprende de bibliotecas enteras.',
  'report.limit.emptyLibraries': 'Bibliotecas vacías',
  'report.limit.emptyLibraries.means': 'Un perfil privado se ve igual que uno sin juegos.',
  'report.limit.reviewersOnly': 'Usuarios que solo se conocen por sus reseñas',
  'report.limit.reviewersOnly.means': 'No se sabe nada de lo que tienen.',
  'report.limit.unrecordedGames': 'Juegos sin ficha',
  'report.limit.unrecordedGames.means':
    'Como mucho tienen el nombre que les dan las bibliotecas: ni género, ni año, ni desarrollador.',
  'report.limit.unrecordedRows': 'Esos juegos en las bibliotecas',
  'report.limit.unrecordedRows.means':
    'Cuentan como comprados y jugados, para las personas y para el recomendador.',
  'report.limit.unrecordedHours': 'Horas en esos juegos',
  'report.limit.unrecordedHours.means': 'Faltan en toda respuesta por género o por año de salida.',
  'report.limit.unrecordedReviews': 'Reseñas de esos juegos',
  'report.limit.unrecordedReviews.means':
    'Cuentan en el año en que se escribieron, pero en ningún desarrollador ni año de salida.',
  'report.limit.withoutGenre': 'Fichas sin género',
  'report.limit.withoutGenre.means': 'No están en ninguna respuesta por género.',
  'report.limit.withoutYear': 'Fichas sin año de salida',
  'report.limit.withoutYear.means': 'No están en ninguna respuesta por año de salida.',
  'report.limit.countedHours': 'Horas de juegos con género y año',
  'report.limit.countedHours.means': 'Esta parte de todo lo jugado está detrás de las respuestas por género.',
  'report.limits.crawl':
    'Los usuarios son los que se encontraron al recorrer comunidades australianas, no una muestra de todo Steam. Quien juega en privado no está.',
  'report.languages.chart': 'Reseñas por idioma',
  'report.languages.says':
    'VADER lee inglés. {other, number} reseñas ({share}) están en otro idioma: llama neutras al {otherNeutral} de ellas, frente al {englishNeutral} de las inglesas, porque apenas conoce una palabra. Hacen crecer las neutras de un desarrollador; los juegos más recomendados pierden poco, porque allí una reseña neutra también cuenta.',
  'report.languages.how':
    'El idioma lo dice el paquete eld por el principio del texto; a los textos cortos ({short, number} aquí) no se les pregunta.',
  'report.language.few': 'muy pocas palabras',
  'report.language.unknown': 'no se sabe',
  'report.language.rest': 'otros idiomas',
  'report.head.language': 'Idioma',
  'report.head.neutralShare': 'Consideradas neutras',

  'report.quality.lead':
    'Quien mejor sabe qué querían decir las palabras es quien las escribió. De una reseña que recomienda y otra que no, tomadas al azar, ¿cuántas veces suenan más amables las palabras de la primera? Esa parte es el AUC: 0,5 es el azar y 1 es siempre.',
  'report.quality.all': 'Todas las reseñas',
  'report.quality.all-censored': 'Todas, con las palabras censuradas',
  'report.quality.with-censored': 'Reseñas con palabras censuradas',
  'report.quality.with-censored-censored': 'Las mismas, con esas palabras',
  'report.quality.english': 'Reseñas en inglés',
  'report.quality.other': 'Reseñas en otros idiomas',
  'report.quality.chart': 'AUC de las palabras frente al veredicto',
  'report.quality.censored':
    'El filtro de Steam escribe un corazón por cada letra de un taco. VADER, tal como se publicó, lee cada uno como cariño; aquí se quitan antes los que van de tres en adelante.',
  'report.quality.agreement':
    'El acuerdo con el programa de los autores de VADER no se puede contar en un conjunto cargado, que no guarda textos. Se midió el 24 de noviembre de 2026 en 19.466 reseñas reales: todas las etiquetas y todos los valores, hasta el cuarto decimal, son iguales (test/real/sentiment.test.ts).',
  'report.head.among': 'Entre',
  'report.quality.none': 'no se puede saber',
};
