import type { Translation } from '../en/language.ts';
import type { report as english } from '../en/report.ts';

/** The report on the data. */
export const report: Translation<typeof english> = {
  'report.title': 'Un vistazo a los datos',
  'report.lead':
    'El contenido de los tres archivos, cómo se reparte y las conclusiones que nadie debería sacar de él. Todas las cifras son del conjunto de datos {id}, publicado el {date}.',
  'report.invented':
    'Es la muestra inventada que acompaña al programa. No dice nada de personas ni de juegos reales.',
  'report.home': 'Volver a las preguntas',
  'report.contents': 'Contenido',
  'report.skip': 'Ir al contenido',
  'report.numbers': 'Las cifras',
  'report.section.files': 'Contenido de los archivos',
  'report.section.outliers': 'Valores imposibles o improbables',
  'report.section.hours': 'Horas y bibliotecas',
  'report.section.concentration': 'Cuánto se concentra el juego',
  'report.section.catalogue': 'Géneros, etiquetas y precios',
  'report.section.reviews': 'Reseñas',
  'report.section.limits': 'Límites de los datos',
  'report.section.quality': 'Cuánto coinciden las palabras con los veredictos',

  'report.files.lead':
    'Cada archivo se lee línea a línea. «Antes» se refiere al archivo; «después», a los datos cargados. Un valor falta si no está, si es NaN o nulo, o si es un texto o una lista sin contenido.',
  'report.files.columns':
    'Las columnas que empiezan por «items.» o «reviews.» pertenecen a los registros que hay dentro de una línea. Un valor repetido es el que ya tenía un registro anterior. Después pueden faltar más valores que antes: por ejemplo, unas palabras que no indican un precio no cuentan como precio. Nunca se muestran identificadores de usuarios, direcciones de sus páginas ni textos de reseñas.',
  'report.files.games': 'Juegos',
  'report.files.libraries': 'Bibliotecas',
  'report.files.reviews': 'Reseñas',
  'report.files.games.kept':
    'Se leyeron {read, number} registros y se cargaron {kept, number}. Los demás repetían un identificador o no lo tenían.',
  'report.files.libraries.kept':
    'Se leyeron {read, number} registros de un juego en una biblioteca y se cargaron {kept, number}. Los demás repetían usuario y juego; cuenta el último registro.',
  'report.files.reviews.kept':
    'Se leyeron {read, number} reseñas y se cargaron {kept, number}. Las demás eran repeticiones exactas o no se podían leer.',
  'report.files.rejected': 'Líneas y registros rechazados',
  'report.files.rejected.none': 'No se rechazó nada.',
  'report.files.rejected.lead':
    'Solo se descarta esto; el resto del archivo se carga. Se guarda la posición, nunca el contenido.',
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
  'report.fallback': 'solo se usa si falta otro',
  'report.notShown': 'no se muestran',
  'report.tooMany': 'demasiados para contarlos',

  'report.outliers.lead':
    'No se elimina ningún valor por ser extremo. Se cuentan todos, y la tabla explica cómo los tratan las respuestas. El último día de los datos es el {day}.',
  'report.head.rule': 'Valor inusual',
  'report.head.found': 'Encontrados',
  'report.head.looked': 'Revisados',
  'report.head.most': 'El más extremo',
  'report.head.done': 'Tratamiento',
  'report.outlier.weeks-over-possible':
    'Más horas en las dos últimas semanas de las que tienen dos semanas (336)',
  'report.outlier.weeks-over-possible.done': 'Ninguna respuesta usa las horas de las dos últimas semanas.',
  'report.outlier.weeks-over-total': 'Más horas en las dos últimas semanas que en total',
  'report.outlier.weeks-over-total.done':
    'Cuentan las horas totales; las de las dos últimas semanas no se usan.',
  'report.outlier.hours-since-release':
    'Más horas en un juego de las que han pasado desde el primer día de su año de lanzamiento',
  'report.outlier.hours-since-release.done':
    'Se conservan: la fecha es la de la página de la tienda, y a muchos juegos ya se jugaba antes o se relanzaron después. Las horas se asignan al año de la tienda.',
  'report.outlier.hours-since-steam':
    'Más horas en todos los juegos juntos de las que han pasado desde que abrió Steam, en septiembre de 2003',
  'report.outlier.hours-since-steam.done':
    'Se conservan: puede haber varios programas abiertos a la vez, y algunos se dejan abiertos.',
  'report.outlier.price-high': 'Un precio de más de 100 dólares',
  'report.outlier.price-high.done':
    'Se conservan: casi todos son programas, no juegos. Ninguna respuesta usa los precios.',
  'report.outlier.released-after': 'Un año de lanzamiento posterior a la última reseña',
  'report.outlier.released-after.done':
    'Se conservan: el archivo de juegos es más reciente que los otros dos. Un juego de un año posterior que ya tiene horas estaba en acceso anticipado o se relanzó.',
  'report.outlier.reviewed-before-release': 'Una reseña de un año anterior al de lanzamiento del juego',
  'report.outlier.reviewed-before-release.done':
    'Se conservan: algunos juegos estaban en acceso anticipado y otros se relanzaron. Las preguntas piden el año de la reseña o el de lanzamiento, cada uno por separado.',
  'report.outlier.review-long': 'Una reseña de mil palabras o más',
  'report.outlier.review-long.done':
    'Se conservan y se valoran enteras. Un texto largo acumula muchos sentimientos, así que su valor queda casi siempre cerca de −1 o de 1.',
  'report.outlier.votes-over-voters': 'Más votos para una reseña que votantes',
  'report.outlier.votes-over-voters.done': 'Los votos se guardan, pero no se muestran en ningún sitio.',
  'report.unit.hours': '{value} h',
  'report.unit.years': '{value, plural, one {# año} other {# años}}',
  'report.unit.words': '{value, plural, one {# palabra} other {# palabras}}',
  'report.unit.votes': '{value, plural, one {# voto} other {# votos}}',

  'report.hours.lead':
    'Las horas son totales acumulados hasta el día en que se recogieron los datos. Los tramos altos son más anchos (1, 3, 10, 30…), porque unos pocos juegos y usuarios tienen mil veces lo habitual.',
  'report.hours.byGame': 'Juegos según el total de horas jugadas',
  'report.hours.byGame.says':
    'La mitad de los {count, number} juegos a los que alguien ha jugado tiene menos de {median}; el más jugado tiene {most}.',
  'report.hours.byUser': 'Usuarios según el total de horas jugadas',
  'report.hours.byUser.says':
    'La mitad de los {count, number} usuarios que juegan tiene menos de {median}; una décima parte tiene más de {ninth}, y el total más alto es {most}.',
  'report.hours.byYear': 'Horas según el año de lanzamiento del juego',
  'report.hours.byYear.says':
    'Cada línea vale diez veces la de abajo. El año es el de lanzamiento del juego, nunca aquel en que se jugó.',
  'report.hours.none': 'ninguna',
  'report.hours.under': 'menos de {to}',
  'report.hours.between': 'de {from} a {to}',
  'report.hours.from': '{from} o más',
  'report.hours.mostPlayed': 'Los diez juegos con más horas',
  'report.libraries.sizes': 'Usuarios según el número de juegos que tienen',
  'report.libraries.sizes.says':
    'La mitad de los {count, number} usuarios con biblioteca tiene menos de {median, number} juegos; la biblioteca más grande tiene {most, number}. El {unplayed} de todos los juegos de las bibliotecas no se ha abierto nunca.',
  'report.head.hours': 'Horas',
  'report.head.games': 'Juegos',
  'report.head.users': 'Usuarios',
  'report.head.players': 'Jugadores',
  'report.head.game': 'Juego',
  'report.head.year': 'Año',
  'report.head.step': 'Tramo',

  'report.concentration.lead':
    'Si se jugara por igual a todos los juegos, la curva sería la línea recta. Cuanto más se hunde por debajo, más horas se concentran en unos pocos. El coeficiente de Gini expresa esa distancia con un número: 0 si el reparto es igual, cerca de 1 si uno solo lo tiene todo.',
  'report.concentration.chart': 'Porcentaje de todas las horas que reúne la parte que menos juega',
  'report.concentration.games': 'juegos',
  'report.concentration.users': 'usuarios',
  'report.concentration.equal': 'partes iguales',
  'report.concentration.across': 'porcentaje de los juegos o de los usuarios',
  'report.concentration.says':
    'El coeficiente de Gini es {games} entre {gameCount, number} juegos y {users} entre {userCount, number} usuarios. El uno por ciento de los juegos más jugados reúne el {topGames} de todas las horas; el diez por ciento de los usuarios que más juegan, el {topUsers}.',
  'report.concentration.none': 'No se ha jugado a ningún juego.',
  'report.head.part': 'La parte que menos juega',
  'report.head.shareGames': 'de los juegos reúne',
  'report.head.shareUsers': 'de los usuarios reúne',

  'report.genres.chart': 'Juegos por género',
  'report.genres.says':
    'Un juego cuenta entero en cada uno de sus géneros, así que las barras suman más que los {count, number} juegos con ficha.',
  'report.genres.hours': 'Horas por género',
  'report.genres.hours.says':
    'Los mismos géneros, por horas. Los géneros con más juegos no siempre son aquellos a los que más se juega.',
  'report.tags.chart': 'Las etiquetas más frecuentes',
  'report.tags.says':
    'Las {shown, number} etiquetas más comunes de {all, number}. Las ponen los usuarios, así que describen mejor que los géneros cómo es un juego.',
  'report.prices.chart': 'Juegos por precio',
  'report.prices.says':
    'En dólares estadounidenses cuando se recogieron los datos. {free, number} son gratis; la mitad de los demás cuesta {median} como máximo; {unknown, number} no tienen precio.',
  'report.prices.free': 'gratis',
  'report.prices.upTo': 'hasta {to}',
  'report.prices.over': 'más de {from}',
  'report.head.genre': 'Género',
  'report.head.tag': 'Etiqueta',
  'report.head.price': 'Precio',

  'report.reviews.lead':
    'El sentimiento de una reseña (positivo, neutro o negativo) sale de sus palabras, según VADER. La recomendación es el veredicto de su autor.',
  'report.reviews.byMonth': 'Reseñas por mes',
  'report.reviews.byMonth.says':
    '{count, number} reseñas, {inferred, number} de ellas sin año. Steam no escribe el año en curso, así que se les atribuye el año en que se recogieron los datos.',
  'report.reviews.dated': 'año escrito en la reseña',
  'report.reviews.inferred': 'año estimado',
  'report.reviews.sentimentByYear': 'Sentimiento según el año de la reseña',
  'report.reviews.sentimentByYear.says':
    'Porcentajes de las reseñas de cada año; los primeros años tienen pocas.',
  'report.reviews.sentimentByVerdict': 'Sentimiento según el veredicto',
  'report.reviews.sentimentByVerdict.says':
    'Las reseñas que recomiendan usan palabras más amables, pero no siempre: la ironía, las palabrotas de alegría y los juegos que tratan de matar se leen como enfado.',
  'report.reviews.scores': 'Reseñas por puntuación, de 1 a 6',
  'report.reviews.scores.says':
    'La puntuación combina las dos cosas: 2 × sentimiento (0, 1, 2), más 2 si la reseña recomienda o 1 si no. Un 1 es malo en palabras y veredicto; un 6 es bueno en ambos.',
  'report.reviews.playtime': 'Reseñas que recomiendan según las horas jugadas',
  'report.reviews.playtime.says':
    'Solo autores con el juego en su biblioteca, según las horas que tenían el día en que se recogieron los datos, no el día de la reseña. {without, number} reseñas son de juegos que no están en la biblioteca de su autor.',
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
  'report.head.shareRecommending': 'Porcentaje que recomienda',

  'report.limits.lead': 'Estos límites muestran hasta dónde se puede confiar en una respuesta.',
  'report.head.what': 'Límite',
  'report.head.share': 'Porcentaje',
  'report.head.ofWhich': 'Cantidad',
  'report.head.means': 'Significado',
  'report.parts.of': '{part} de {whole}',
  'report.limit.inferredYears': 'Reseñas con el año estimado',
  'report.limit.inferredYears.means': 'Las respuestas sobre el año {year} se basan en ellas, y lo dicen.',
  'report.limit.partialLibraries': 'Bibliotecas incompletas',
  'report.limit.partialLibraries.means':
    'Steam cuenta más juegos de los que aparecen en los datos. Estas bibliotecas cuentan para horas y jugadores, pero el recomendador solo aprende de las completas.',
  'report.limit.emptyLibraries': 'Bibliotecas vacías',
  'report.limit.emptyLibraries.means': 'Un perfil privado se ve igual que uno sin juegos.',
  'report.limit.reviewersOnly': 'Usuarios conocidos solo por sus reseñas',
  'report.limit.reviewersOnly.means': 'No se sabe qué juegos tienen.',
  'report.limit.unrecordedGames': 'Juegos sin ficha',
  'report.limit.unrecordedGames.means':
    'Como mucho se sabe su nombre, por las bibliotecas: ni género, ni año, ni desarrollador.',
  'report.limit.unrecordedRows': 'Entradas de bibliotecas con esos juegos',
  'report.limit.unrecordedRows.means':
    'Cuentan como juegos que se tienen y a los que se juega, para los usuarios y para el recomendador.',
  'report.limit.unrecordedHours': 'Horas en esos juegos',
  'report.limit.unrecordedHours.means': 'Faltan en todas las respuestas por género o por año de lanzamiento.',
  'report.limit.unrecordedReviews': 'Reseñas de esos juegos',
  'report.limit.unrecordedReviews.means':
    'Cuentan en el año en que se escribieron, pero no para un desarrollador ni para un año de lanzamiento.',
  'report.limit.withoutGenre': 'Fichas sin género',
  'report.limit.withoutGenre.means': 'No están en ninguna respuesta por género.',
  'report.limit.withoutYear': 'Fichas sin año de lanzamiento',
  'report.limit.withoutYear.means': 'No están en ninguna respuesta por año de lanzamiento.',
  'report.limit.countedHours': 'Horas de juegos con género y año',
  'report.limit.countedHours.means':
    'Las respuestas por género se basan en este porcentaje de todo lo jugado.',
  'report.limits.crawl':
    'Los usuarios se encontraron al recorrer comunidades australianas; no son una muestra de todo Steam. Faltan las personas que juegan en privado.',
  'report.languages.chart': 'Reseñas por idioma',
  'report.languages.says':
    'VADER solo lee inglés. {other, number} reseñas ({share}) están en otro idioma. Considera neutras el {otherNeutral} de ellas, frente al {englishNeutral} de las inglesas, porque apenas conoce sus palabras. Por eso un desarrollador parece tener más reseñas neutras de las que tiene. Los juegos más recomendados pierden poco, porque allí una reseña neutra también cuenta.',
  'report.languages.how':
    'El paquete eld detecta el idioma por el principio del texto. Los textos cortos ({short, number} aquí) quedan fuera.',
  'report.language.few': 'muy pocas palabras para saberlo',
  'report.language.unknown': 'desconocido',
  'report.language.rest': 'otros idiomas',
  'report.head.language': 'Idioma',
  'report.head.neutralShare': 'Consideradas neutras',

  'report.quality.lead':
    'El veredicto del autor es el mejor juez de lo que querían decir las palabras. Toma al azar una reseña que recomienda y otra que no: ¿con qué frecuencia son más amables las palabras de la primera? Ese porcentaje es el AUC: 0,5 es puro azar y 1 es siempre.',
  'report.quality.all': 'Todas las reseñas',
  'report.quality.all-censored': 'Todas, con las palabras censuradas',
  'report.quality.with-censored': 'Reseñas con palabras censuradas',
  'report.quality.with-censored-censored': 'Las mismas, con esas palabras',
  'report.quality.english': 'Reseñas en inglés',
  'report.quality.other': 'Reseñas en otros idiomas',
  'report.quality.chart': 'AUC de las palabras frente al veredicto',
  'report.quality.censored':
    'El filtro de Steam escribe un corazón por cada letra de una palabrota. VADER, tal como se publicó, lee cada corazón como cariño; aquí se quitan antes las series de tres o más.',
  'report.quality.agreement':
    'La coincidencia con el programa de los autores de VADER no se puede contar en un conjunto de datos cargado, que no guarda textos. Se midió el 24 de noviembre de 2026 con 19.466 reseñas reales: todas las etiquetas y todos los valores, hasta el cuarto decimal, son iguales (test/real/sentiment.test.ts).',
  'report.head.among': 'Entre',
  'report.quality.none': 'desconocido',
};
