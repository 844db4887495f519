import type { Translation } from '../en/language.ts';
import type { page as english } from '../en/page.ts';

/** The pages of the preview. */
export const page: Translation<typeof english> = {
  'page.slogan': 'A qué se juega de verdad en Steam, qué se recomienda y a qué jugar ahora.',
  'page.skip': 'Ir a la pregunta',
  'page.commands': 'Comandos',
  'page.try': 'Prueba un comando',
  'page.tryHint': 'Todos los comandos del bot, con las mismas respuestas que en Discord.',
  'page.notHere':
    'En Discord, los moderadores tienen además {commands}. Como cambia los datos de todos, aquí no se puede probar.',
  'page.loaded': 'Datos cargados',
  'page.nothing': 'Todavía ninguno.',
  'page.loadingSample': 'Cargando la muestra…',
  'page.loadingSources': 'Cargando las fuentes…',
  'page.loadFailed':
    'No se han podido cargar los datos; el motivo está en el registro. Inténtalo otra vez con: npm run refresh',
  'page.loadFailedBecause':
    'No se han podido cargar los datos. Motivo, en inglés: {reason} Corrígelo y después ejecuta: npm run refresh',
  'page.loadStopped': 'Se ha detenido la carga. Para cargar los datos, ejecuta: npm run refresh',
  'page.loadWaits':
    'El conjunto de datos está a la espera de una decisión. {concerns} Para publicarlo tal cual: npm run refresh -- --publish-anyway, o /admin status en Discord. Si no, corrige el archivo y después ejecuta: npm run refresh',
  'page.concernRejected':
    'Se ha descartado el {share} del archivo de {source}; el límite es el {most}. Los primeros lugares: {first}.',
  'page.concernLost': '{what}: {after, number} en lugar de {before, number}.',
  'page.databaseAway': 'La base de datos no responde.',
  'page.invented': 'Es la muestra inventada que acompaña al programa, no son datos reales.',
  'page.dataSet': 'Conjunto de datos',
  'page.published': '{id}, publicado el {date} UTC',
  'page.games': 'Juegos',
  'page.users': 'Usuarios',
  'page.libraryRows': 'Juegos en bibliotecas',
  'page.reviews': 'Reseñas',
  'page.span': 'Fechas de las reseñas',
  'page.spanValue': 'de {from} a {to}',
  'page.look': 'Un vistazo a los datos',
  'page.lookHint':
    'qué contienen los archivos, cómo se reparten las horas y las reseñas, y los límites de los datos',
  'page.lookComputing':
    'Se está preparando el informe. Puede tardar un minuto; después la página lo cargará por sí sola.',
  'page.lookFailed':
    'No se ha podido preparar el informe; el motivo está en el registro. Vuelve a cargar la página para intentarlo otra vez.',
  'page.terminal': 'En una terminal',
  'page.terminalHint': 'Las mismas preguntas, en la carpeta del programa:',
  'page.terminalMore':
    'Añade --json para obtener una salida que otros programas puedan leer. Los ajustes están en .env.example.',
  'page.programs': 'Para programas y enlaces',
  'page.programsHint':
    'Cada pregunta tiene una dirección que puedes enlazar, y los programas también pueden preguntar:',
  'page.pageOf': 'la página de una pregunta, con su respuesta',
  'page.apiCommands': 'todos los comandos con sus opciones',
  'page.apiComplete': 'sugerencias para una opción',
  'page.apiAsk':
    'una respuesta como JSON de un mensaje de Discord y como HTML; la pregunta también se puede enviar en JSON por POST',
  'page.optional': 'opcional',
  'page.any': 'sin indicar',
  'page.yes': 'sí',
  'page.language': 'Idioma',
  'page.ageRestricted': 'Como en un canal con restricción de edad',
  'page.ask': 'Preguntar',
  'page.answer': 'Respuesta',
  'page.empty': 'Aquí aparecerá la respuesta, tal como la muestra Discord.',
  'page.used': 'Has usado',
  'page.onlyYou': 'Solo tú puedes ver esto',
  'page.picture': 'Imagen',
  'page.menu': 'Elige una opción',
  'page.suggestions': 'Sugerencias',
  'page.suggested': 'Sugerencias: {count}',
  'page.noneSuggested': 'No hay sugerencias',
  'page.asking': 'Preguntando…',
  'page.failed': 'Algo ha fallado por mi parte. Referencia:',
  'page.unreachable': 'El programa no responde. ¿Sigue en marcha?',
};
