import type { errors as english } from '../en/errors.ts';
import type { Translation } from '../en/language.ts';

/** The replies to a question that cannot be answered. */
export const errors: Translation<typeof english> = {
  'refused.mistake': 'Casi',
  'refused.failure': 'Algo ha fallado',
  'error.no-data-set': 'Todavía no hay datos. Cárgalos con: npm run refresh',
  'error.unknown-genre':
    'No hay ningún género «{name}».{suggestions, select, none {} other {{offers, select, all { Los géneros son {suggestions}.} other { ¿Querías decir {suggestions}?}}}}',
  'error.ambiguous-genre': '«{name}» coincide con más de un género: {suggestions}.',
  'error.unknown-developer':
    'No hay ningún desarrollador «{name}».{suggestions, select, none {} other { ¿Querías decir {suggestions}?}}',
  'error.ambiguous-developer': '«{name}» coincide con más de un desarrollador: {suggestions}.',
  'error.unknown-game':
    'No hay ningún juego «{name}»{to, select, other { en los datos, cuyos juegos llegan hasta {to}}}.{suggestions, select, none {} other { ¿Querías decir {suggestions}?}}',
  'error.ambiguous-game': '«{name}» coincide con más de un juego: {suggestions}.',
  'error.unknown-label':
    'No hay ningún género ni etiqueta «{name}».{suggestions, select, none {} other { ¿Querías decir {suggestions}?}}',
  'error.ambiguous-label': '«{name}» coincide con más de un género o etiqueta: {suggestions}.',
  'error.unknown-user':
    'En los datos no hay ningún usuario con el id de Steam «{userId}». También puedes nombrar juegos que te gusten.',
  'error.user-or-likes': 'Dame un usuario de Steam o juegos que te gusten, pero no las dos cosas.',
  'error.too-many-likes': 'Nombra {most} juegos como máximo.',
  'error.no-hours-in-genre': 'Nadie en los datos ha jugado a un juego del género {genre}.',
  'error.no-reviews-of-year':
    'No hay reseñas de {year, number, ::group-off}. Los datos van de {from, number, ::group-off} a {to, number, ::group-off}.',
  'error.year-after-data':
    '{year, number, ::group-off} es posterior a los datos, cuyas reseñas llegan hasta {to, number, ::group-off}.',
  'error.unknown-command':
    'No hay ningún comando «{name}».{suggestions, select, none {} other { Prueba con {suggestions}.}}',
  'error.missing-option': 'Falta la opción «{option}».',
  'error.unknown-option':
    'No hay ninguna opción «{option}».{suggestions, select, none {} other { Prueba con {suggestions}.}}',
  'error.option-not-a-number': 'La opción «{option}» debe ser un número entero, no «{value}».',
  'error.option-not-a-choice': 'La opción «{option}» debe ser {suggestions}, no «{value}».',
  'error.not-a-question': 'Esta línea no es una pregunta. Las preguntas tienen esta forma: {example}',
  'error.internal': 'Algo ha fallado por mi parte, no por tu pregunta. Referencia: {reference}',

  'error.may-not-administer':
    'Solo pueden hacerlo quienes administran un servidor preparado para ello, y solo en ese servidor.',
  'error.too-many-questions':
    'Vas muy rápido: de una misma persona solo puedo atender {questions, plural, one {# pregunta} other {# preguntas}} en {seconds, plural, one {# segundo} other {# segundos}}. Prueba de nuevo en un momento.',
  'error.unknown-button': 'Este botón es de una versión anterior mía. Vuelve a preguntar con el comando.',
  'error.stopping': 'Me estoy reiniciando. Vuelve a preguntar en un minuto.',
};
