import type { about as english } from '../en/about.ts';
import type { Translation } from '../en/language.ts';

/** `/help` and `/privacy`: the bot about itself. */
export const about: Translation<typeof english> = {
  'help.title': 'Lo que puedes preguntar',
  'help.intro':
    'Escribe `/`, elige una pregunta y mira los juegos de tu comunidad por dentro de Steam. Las listas se completan mientras escribes.',
  'help.rest': 'Cada respuesta dice en qué se basa. Los botones de debajo siguen preguntando.',
  'help.terminal': 'En una terminal: npm run --silent ask -- users-recommend --year 2015',

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
  'privacy.stored.refreshes':
    '{count, plural, one {# actualización que iniciaste y que sigue en curso} other {# actualizaciones que iniciaste y que siguen en curso}}',
  'privacy.stored.nothing': 'No hay nada apuntado de ti',
  'privacy.stored.action':
    '{at}: {action, select, refresh {iniciaste una actualización} cancel {detuviste una actualización} other {usaste /administrar ({action})}}; servidor {guild}',
  'privacy.to-delete': '¿Borrar {count, plural, one {# acción} other {# acciones}} para siempre?',
  'privacy.to-delete.what':
    'Se van tu id y lo que hiciste. Que los datos se actualizaron, cuándo y cómo acabó se queda en el registro de actualizaciones, que no nombra a nadie.',
  'privacy.deleted': 'Borrado: {count, plural, one {# acción} other {# acciones}}',
  'privacy.deleted.rest':
    'No hay nada más apuntado de ti. Las copias de seguridad que quien me administra haya hecho antes pueden tenerlo aún, hasta que las tire.',
};
