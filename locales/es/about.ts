import type { about as english } from '../en/about.ts';
import type { Translation } from '../en/language.ts';

/** `/help` and `/privacy`: the bot about itself. */
export const about: Translation<typeof english> = {
  'help.title': 'Preguntas que puedes hacer',
  'help.intro':
    'Escribe `/`, elige una pregunta y mira los juegos de tu comunidad tal como los ve Steam. Mientras escribes aparecen sugerencias.',
  'help.rest':
    'Cada respuesta dice en qué datos se basa. Los botones de debajo sirven para seguir preguntando.',
  'help.terminal': 'En una terminal: npm run --silent ask -- users-recommend --year 2015',

  'privacy.title': 'Datos que guardo',
  'privacy.askers.who': 'Si me preguntas algo',
  'privacy.askers':
    'No guardo tus preguntas, ni siquiera el hecho de que preguntes. Solo cuento en memoria tus preguntas más recientes, para que nadie pregunte demasiado rápido.',
  'privacy.moderators.who': 'Si usas /administrar',
  'privacy.moderators':
    'Guardo tu id de Discord, el servidor, la acción y su hora hasta que los borres aquí o hasta 30 días después de que me quiten de ese servidor.',
  'privacy.steam.who': 'Si estás en los datos de Steam',
  'privacy.steam':
    'Tengo datos que eran públicos en Steam cuando se recogieron: tu id de usuario, tus juegos, tus horas y tus reseñas sin el texto. /quién-más-juega puede nombrarte. Para no aparecer, da tu id de usuario de Steam a las personas que me administran (los moderadores de un servidor en el que estoy las conocen). Ellas ejecutan npm run hide con él, y desde entonces ninguna respuesta te nombra.',
  'privacy.nobody':
    'Aquí no puedo saber quién eres. En Discord, donde tienes un id, puedes ver y borrar los datos que guardo sobre ti.',
  'privacy.button.show': 'Ver mis datos',
  'privacy.button.delete': 'Borrar mis datos',
  'privacy.button.delete-now': 'Sí, borrarlos para siempre',
  'privacy.stored': 'Registrado sobre ti: {count, plural, one {# acción} other {# acciones}}',
  'privacy.stored.refreshes':
    '{count, plural, one {# actualización que iniciaste y que sigue en curso} other {# actualizaciones que iniciaste y que siguen en curso}}',
  'privacy.stored.nothing': 'No hay nada registrado sobre ti',
  'privacy.stored.action':
    '{at}: {action, select, refresh {iniciaste una actualización} cancel {detuviste una actualización} other {usaste /administrar ({action})}}; servidor {guild}',
  'privacy.to-delete': '¿Borrar {count, plural, one {# acción} other {# acciones}} para siempre?',
  'privacy.to-delete.what':
    'Se borran tu id y las acciones registradas con él. El registro de actualizaciones se queda: dice cuándo fue cada una y cómo acabó, y no nombra a nadie.',
  'privacy.deleted': '{count, plural, one {Se ha borrado # acción} other {Se han borrado # acciones}}',
  'privacy.deleted.rest':
    'No hay nada más registrado sobre ti. Las copias de seguridad anteriores, hechas por las personas que me administran, pueden conservar estas acciones hasta que se eliminen.',
};
