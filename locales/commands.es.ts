/**
 * The commands in Spanish, as Discord shows them while they are typed: names of commands, options and sub-commands by their
 * English names, and descriptions and choices by their English texts.
 */
export const commandsInSpanish: {
  readonly names: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
} = {
  names: {
    'playtime-genre': 'horas-por-género',
    'user-for-genre': 'quién-más-juega',
    'users-recommend': 'más-recomendados',
    'users-worst-developer': 'peores-desarrolladores',
    'sentiment-analysis': 'opiniones',
    'recommend-game': 'juegos-parecidos',
    'recommend-user': 'recomendar',
    admin: 'administrar',
    help: 'ayuda',
    privacy: 'privacidad',

    genre: 'género',
    developer: 'desarrollador',
    game: 'juego',
    likes: 'gustos',
    user: 'usuario',
    avoid: 'sin',
    'how-known': 'fama',
    year: 'año',
    'year-of': 'año-de',

    status: 'estado',
    refresh: 'actualizar',
    cancel: 'cancelar',
  },

  texts: {
    'The release year whose games of a genre were played most':
      'El año de publicación cuyos juegos de un género se han jugado más',
    'The user with the most hours in a genre': 'El usuario con más horas en un género',
    'The genre, such as Action': 'El género, por ejemplo Action',
    'The three games with the most recommendations of a year':
      'Los tres juegos con más recomendaciones de un año',
    'The three developers with the most bad reviews of a year':
      'Los tres desarrolladores con más reseñas malas de un año',
    'The year, such as 2015': 'El año, por ejemplo 2015',
    'Whether the year is the one of the review or the one in which the game was released':
      'Si es el año de la reseña o el de publicación del juego',
    'year of the review': 'año de la reseña',
    'year of release': 'año de publicación',
    'How many reviews of a developer’s games are negative, neutral and positive':
      'Cuántas reseñas de los juegos de un desarrollador son negativas, neutras y positivas',
    'The developer, such as Valve': 'El desarrollador, por ejemplo Valve',
    'Five games like a game, each with its reason': 'Cinco juegos como otro, cada uno con su porqué',
    'The game, by name or id': 'El juego, por su nombre o su id',
    'Five games for a Steam user, or for someone who likes the games that you name':
      'Cinco juegos para un usuario de Steam, o para alguien a quien le gustan los que nombres',
    'Up to ten games, commas between: Portal 2, Terraria':
      'Hasta diez juegos, separados por comas: Portal 2, Terraria',
    'A Steam user id, as the data has it': 'Un identificador de Steam, como está en los datos',
    'Only games of this genre or with this tag': 'Solo juegos de este género o con esta etiqueta',
    'No games of this genre or with this tag': 'Ningún juego de este género ni con esta etiqueta',
    'How widely played the games are': 'Cuánta gente juega a los juegos',
    'hardly anyone knows them': 'casi nadie los conoce',
    'some people play them': 'los juega alguna gente',
    'many people play them': 'los juega mucha gente',
    'What you can ask, with examples': 'Lo que puedes preguntar, con ejemplos',
    'What is stored, and what of you; deleting it': 'Qué se guarda, y qué de ti; borrarlo',
    'How the data stands, and refreshing it': 'Cómo están los datos, y cómo actualizarlos',
    'What is loaded, since when, from what, and who did what':
      'Qué está cargado, desde cuándo, de dónde, y quién hizo qué',
    'Load the data anew; the old data answers until it is done':
      'Carga los datos de nuevo; hasta que acabe responden los de antes',
    'Stop the refresh that is running; the old data stays':
      'Detiene la actualización en marcha; se quedan los datos de antes',
  },
};
