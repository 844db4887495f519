import type { about as english } from '../en/about.ts';
import type { Translation } from '../en/language.ts';

/** `/help` and `/privacy`: the bot about itself. */
export const about: Translation<typeof english> = {
  'help.title': 'Preguntas que puedes hacer',
  'help.intro':
    'Escribe `/` y elige un comando para descubrir a qué se juega en Steam, qué se recomienda y a qué jugar ahora. Mientras escribes aparecen sugerencias.',
  'help.rest': 'Cada respuesta dice en qué datos se basa. Usa los botones para seguir explorando.',
  'help.terminal': 'En una terminal: npm run --silent ask -- users-recommend --year 2015',

  'privacy.title': 'Datos que guardo',
  'privacy.askers.who': 'Si me preguntas algo',
  'privacy.askers':
    'No guardo tus preguntas ni dejo constancia de que hayas preguntado. Solo cuento en memoria las más recientes, para que nadie pregunte demasiado rápido.',
  'privacy.moderators.who': 'Si usas /administrar',
  'privacy.moderators':
    'Guardo tu id de Discord, el servidor, la acción y la hora hasta que los borres aquí o hasta 30 días después de que me quiten de ese servidor.',
  'privacy.steam.who': 'Si estás en los datos de Steam',
  'privacy.steam':
    'Tengo datos que eran públicos en Steam cuando se recogieron: tu id de usuario, tus juegos, tus horas y tus reseñas sin el texto. /quién-más-juega puede nombrarte. Para no aparecer, da tu id de usuario de Steam a las personas que me gestionan (los moderadores de cualquier servidor en el que estoy saben quiénes son). Ejecutarán npm run hide con él y, desde entonces, ninguna respuesta te nombrará.',
  'privacy.nobody':
    'Aquí no puedo saber quién eres. En Discord, donde tienes un id, puedes ver y borrar los datos que guardo sobre ti.',
  'privacy.button.show': 'Ver mis datos',
  'privacy.button.delete': 'Borrar mis datos',
  'privacy.button.delete-now': 'Sí, borrarlos definitivamente',
  'privacy.stored':
    '{count, plural, one {Hay # acción registrada} other {Hay # acciones registradas}} sobre ti',
  'privacy.stored.refreshes':
    '{count, plural, one {# actualización que iniciaste y que sigue en curso} other {# actualizaciones que iniciaste y que siguen en curso}}',
  'privacy.stored.nothing': 'No hay nada registrado sobre ti',
  'privacy.stored.action':
    '{at}: {action, select, refresh {iniciaste una actualización} cancel {detuviste una actualización} other {usaste /administrar ({action})}}; servidor {guild}',
  'privacy.to-delete': '¿Borrar {count, plural, one {# acción} other {# acciones}} definitivamente?',
  'privacy.to-delete.what':
    'Esto borra tu id y las acciones registradas con él. El registro de actualizaciones se conserva: indica cuándo se hizo cada una y cómo terminó, y no nombra a nadie.',
  'privacy.deleted': '{count, plural, one {Se ha borrado # acción} other {Se han borrado # acciones}}',
  'privacy.deleted.rest':
    'No hay nada más registrado sobre ti. Puede que las copias de seguridad anteriores, hechas por las personas que me gestionan, conserven estas acciones hasta que se eliminen.',
};
