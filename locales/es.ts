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

  'help.title': 'Lo que puedes preguntar',
  'help.intro':
    'Escribe `/`, elige una pregunta y mira los juegos de tu comunidad por dentro de Steam. Las listas se completan mientras escribes.',
  'help.rest': 'Cada respuesta dice en qué se basa. Los botones de debajo siguen preguntando.',
  'help.terminal': 'En una terminal: npm run --silent ask -- users-recommend --year 2015',

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

  'refused.mistake': 'Casi',
  'refused.failure': 'Algo se ha roto',
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

  'admin.status.title': 'El conjunto de datos {id} está en servicio',
  'admin.status.title.none': 'Todavía no hay datos en servicio',
  'admin.published': 'Publicado',
  'admin.counts': 'Contenido',
  'admin.counts.lines':
    'Juegos: {games}\nUsuarios: {users}\nJuegos en bibliotecas: {libraryRows}\nReseñas: {reviews}',
  'admin.span': 'Reseñas del {from, date, medium} al {to, date, medium}',
  'admin.left-out': 'Descartado',
  'admin.left-out.nothing': 'Nada',
  'admin.left-out.more': '{count, number} más por otros motivos',
  'admin.sources': 'Cargado de',
  'source.games': 'juegos',
  'source.reviews': 'reseñas',
  'source.libraries': 'bibliotecas',
  'admin.refresh': 'Actualización',
  'admin.refresh.none-runs': 'No hay ninguna en curso.',
  'admin.refresh.running':
    'En curso desde {since}{kind, select, none {} start {, porque no había datos} schedule {, según el calendario} terminal {, iniciada en un terminal} other {, iniciada por {by}}}.',
  'admin.refresh.phase': 'Ahora: {phase}',
  'admin.refresh.phases': 'Cuánto tardó cada fase',
  'admin.refresh.last.published': 'La última se publicó {at}.',
  'admin.refresh.last.failed': 'La última falló {at}.',
  'admin.refresh.last.cancelled': 'La última se detuvo {at}.',
  'admin.refresh.last.unchanged': 'La última no encontró nada nuevo {at}.',
  'admin.refresh.last.waiting': 'Lo que hizo la última está a la espera, desde {at}.',
  'admin.refresh.next': 'La próxima empieza {at}.',
  'admin.refresh.unscheduled': 'No hay ninguna programada.',
  'admin.refresh.title.running': 'Los datos se están actualizando',
  'admin.refresh.title.already': 'Ya hay una actualización en curso',
  'admin.refresh.title.failed': 'La actualización falló',
  'admin.refresh.title.published': 'Los datos se actualizaron en {seconds} s',
  'admin.refresh.title.unchanged': 'Nada ha cambiado',
  'admin.refresh.title.waiting': 'Los datos nuevos parecen más pobres y quedan a la espera',
  'admin.refresh.unchanged': 'Las fuentes son las de los datos en servicio, así que no se cargó nada.',
  'admin.refresh.failed': 'El registro dice por qué.',
  'admin.refresh.old-stays': 'Los datos que había se quedan.',
  'admin.refresh.still-running':
    'Tarda más de lo que este mensaje puede mantenerse al día. /administrar estado dirá cómo termina.',
  'admin.cancel.done': 'La actualización se detuvo',
  'admin.cancel.nothing': 'No hay ninguna actualización en curso',
  'admin.actions': 'Quién hizo qué',
  'admin.actions.none': 'Nadie ha hecho nada todavía.',
  'admin.actions.refresh': '{at} {by} inició una actualización',
  'admin.actions.cancel': '{at} {by} detuvo una actualización',
  'admin.actions.publish': '{at} {by} publicó los datos que estaban a la espera',
  'admin.actions.drop': '{at} {by} descartó los datos que estaban a la espera',
  'admin.counts.changes': 'nuevos: {added}, desaparecidos: {gone}, cambiados: {changed}',
  'admin.waiting': 'El conjunto de datos {id} está a la espera',
  'admin.waiting.lost':
    '{what, select, games {Juegos} users {Usuarios} libraryRows {Juegos en bibliotecas} other {Reseñas}}: {after} en lugar de {before}',
  'admin.waiting.rejected': 'Se descartó el {share} del archivo de {source}, más del {most}',
  'admin.waiting.publish': 'Publicar igualmente',
  'admin.waiting.drop': 'Descartar',
  'admin.waiting.done.publish': 'El conjunto de datos {id} ya está en servicio.',
  'admin.waiting.done.drop': 'El conjunto de datos {id} se descartó.',
  'admin.waiting.done.gone': 'El conjunto de datos {id} ya no está a la espera.',
  'admin.program': 'Programa',
  'admin.program.lines': 'Steamscope {program}, Node.js {node}, Postgres {postgres}\nEn marcha desde {since}',
  'admin.phase.download': 'descargando',
  'admin.phase.games': 'leyendo juegos',
  'admin.phase.libraries': 'leyendo bibliotecas',
  'admin.phase.reviews': 'leyendo reseñas',
  'admin.phase.derive': 'sumando',
  'admin.phase.fit': 'aprendiendo qué va con qué',
  'admin.phase.publish': 'publicando',

  'privacy.title': 'Qué se guarda',
  'privacy.askers.who': 'Si me preguntas algo',
  'privacy.askers':
    'No se apunta nada de ti: ni que preguntas, ni qué. Cuántas veces acabas de preguntar está solo en la memoria, para que nadie pregunte demasiado rápido.',
  'privacy.moderators.who': 'Si usas /administrar',
  'privacy.moderators':
    'Tu id de Discord, el servidor, qué hiciste y cuándo, hasta que lo borres aquí, o hasta 30 días después de que me quiten de ese servidor.',
  'privacy.steam.who': 'Si estás en los datos de Steam',
  'privacy.steam':
    'Lo que era público en Steam cuando se recogieron los datos: id de usuario, juegos, horas, y reseñas sin su texto. Quien me administra te oculta si se lo pides: entonces ninguna respuesta te nombra.',
  'privacy.nobody':
    'Aquí no hay nadie a quien buscar: solo en Discord se te conoce por un id, y puedes ver y borrar lo que se guarda de ti.',
  'privacy.button.show': 'Ver lo que guardas de mí',
  'privacy.button.delete': 'Borrarlo',
  'privacy.button.delete-now': 'Sí, borrarlo para siempre',
  'privacy.stored': 'Apuntado de ti: {count, plural, one {# acción} other {# acciones}}',
  'privacy.stored.nothing': 'No hay nada apuntado de ti',
  'privacy.stored.action':
    '{at}: {action, select, refresh {iniciaste una actualización} cancel {detuviste una actualización} other {usaste /administrar ({action})}}; servidor {guild}',
  'privacy.to-delete': '¿Borrar {count, plural, one {# acción} other {# acciones}} para siempre?',
  'privacy.to-delete.what':
    'Se van tu id y lo que hiciste. Que los datos se actualizaron, cuándo y cómo acabó se queda en el registro de actualizaciones, que no nombra a nadie.',
  'privacy.deleted': 'Borrado: {count, plural, one {# acción} other {# acciones}}',
  'privacy.deleted.rest':
    'No hay nada más apuntado de ti. Las copias de seguridad que quien me administra haya hecho antes pueden tenerlo aún, hasta que las tire.',

  'error.may-not-administer':
    'Solo pueden hacerlo quienes administran uno de los servidores configurados para ello, y solo en ese servidor.',
  'error.too-many-questions':
    'Vas muy rápido: de una misma persona solo puedo atender {questions, plural, one {# pregunta} other {# preguntas}} en {seconds, plural, one {# segundo} other {# segundos}}. Prueba de nuevo en un momento.',
  'error.unknown-button': 'Este botón es de una versión anterior. Vuelve a preguntar con el comando.',
  'error.stopping': 'Me están reiniciando. Pregunta de nuevo en un minuto.',
  'picture.hours': 'Horas jugadas, por año de lanzamiento de los juegos',
  'picture.sentiment': 'Reseñas según el sentimiento de sus palabras',
  'picture.players': '{players, plural, one {# jugador} other {# jugadores}}',
  'picture.reviews': '{reviews, plural, one {# reseña} other {# reseñas}}',
  'picture.source': 'datos de Steam {from}–{to}',
  'picture.invented': 'muestra inventada',
  'picture.description': 'Imagen: {title}. {unit}: {figures}.',
  'picture.shares': 'Lo que aportó cada juego a cada recomendación',
  'picture.rest': 'otros juegos',
  'picture.games': '{games, plural, one {# juego} other {# juegos}}',
  'picture.together': 'Jugadores que juegan a ambos',
};
