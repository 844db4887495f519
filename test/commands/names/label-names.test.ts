import { describe, expect, it } from 'vitest';
import { LANGUAGES, languageOf } from '../../../locales/locales.ts';
import { completeLabels, resolveLabel } from '../../../src/commands/names/label-names.ts';
import { NameIndex } from '../../../src/engine/search/name-index.ts';
import { atOnce } from '../../../src/platform/in-turns.ts';

/** The 22 genres of the published data. */
const GENRES =
  'Action,Indie,Adventure,RPG,Strategy,Simulation,Free to Play,Casual,Massively Multiplayer,Racing,Sports,Early Access,Design & Illustration,Utilities,Web Publishing,Animation & Modeling,Education,Video Production,Software Training,Audio Production,Photo Editing,Accounting';
const TAGS =
  'FPS,Horror,MMORPG,Agriculture,Rogue-like,Survival Horror,Psychological Horror,Hentai,Puzzle,Zombies,RTS,Open World,Shooter,Co-op';

const indexOf = (names: string) =>
  atOnce(NameIndex.build(names.split(',').map((name, place, all) => ({ name, weight: all.length - place }))));
const genres = indexOf(GENRES);
const labels = indexOf(`${GENRES},${TAGS}`);

const asker = { userId: 'somebody', guildId: null, ageRestricted: false, mayManageGuild: false };
const english = { ...asker, locale: 'en-US' };
const spanish = { ...asker, locale: 'es-ES' };

describe('a genre, typed in either language', () => {
  it.each([
    ['action', 'Action'],
    ['acción', 'Action'],
    ['accion', 'Action'],
    ['MMO', 'Massively Multiplayer'],
    ['mmorpg', 'Massively Multiplayer'],
    ['multijugador masivo', 'Massively Multiplayer'],
    ['Role-playing', 'RPG'],
    ['role playing game', 'RPG'],
    ['rol', 'RPG'],
    ['juego de rol', 'RPG'],
    ['carreras', 'Racing'],
    ['deportes', 'Sports'],
    ['sport', 'Sports'],
    ['estrategia', 'Strategy'],
    ['simulator', 'Simulation'],
    ['f2p', 'Free to Play'],
    ['gratis', 'Free to Play'],
    ['acceso anticipado', 'Early Access'],
  ])('%j is %j', async (typed, name) => {
    expect(await resolveLabel(genres, typed)).toStrictEqual({ kind: 'found', name });
  });

  it.each([
    ['carerras', ['Racing']],
    ['estrategias2', ['Strategy']],
    ['Horror', []],
    ['FPS', []],
  ])('%j is none, and %j are suggested', async (typed, suggestions) => {
    expect(await resolveLabel(genres, typed)).toStrictEqual({ kind: 'unknown', suggestions });
  });
});

describe('a genre or tag, typed in either language', () => {
  it.each([
    ['horror', 'Horror'],
    ['terror', 'Horror'],
    ['farming', 'Agriculture'],
    ['granjas', 'Agriculture'],
    ['fps', 'FPS'],
    ['first person shooter', 'FPS'],
    ['mmo', 'Massively Multiplayer'],
    ['roguelike', 'Rogue-like'],
    ['mundo abierto', 'Open World'],
    ['zombis', 'Zombies'],
    ['coop', 'Co-op'],
    ['rompecabezas', 'Puzzle'],
    ['disparos en primera persona', 'FPS'],
    ['real time strategy', 'RTS'],
  ])('%j is %j', async (typed, name) => {
    expect(await resolveLabel(labels, typed)).toStrictEqual({ kind: 'found', name });
  });

  it('is a tag of that name before it is another word for one', async () => {
    expect(await resolveLabel(labels, 'MMORPG')).toStrictEqual({ kind: 'found', name: 'MMORPG' });
  });
});

describe('completion', () => {
  it('shows names in the language of the asker, and keeps the data’s names as values', async () => {
    expect(await completeLabels(labels, 'terr', spanish)).toStrictEqual([
      { name: 'Terror', value: 'Horror' },
      { name: 'Terror de supervivencia', value: 'Survival Horror' },
      { name: 'Terror psicológico', value: 'Psychological Horror' },
    ]);
    expect((await completeLabels(labels, 'horror', spanish))[0]).toStrictEqual({
      name: 'Terror',
      value: 'Horror',
    });
    expect((await completeLabels(labels, 'terror', english))[0]).toStrictEqual({
      name: 'Horror',
      value: 'Horror',
    });
    expect((await completeLabels(labels, 'fps', spanish))[0]).toStrictEqual({
      name: 'Disparos en primera persona',
      value: 'FPS',
    });
  });

  it('gives the best known where nothing is typed, each once, and all of a short list', async () => {
    const choices = await completeLabels(genres, '', spanish);
    expect(choices.map(({ value }) => value)).toStrictEqual(GENRES.split(','));
    expect(choices[0]).toStrictEqual({ name: 'Acción', value: 'Action' });
  });

  it('gives no more choices than Discord shows', async () => {
    const best = `${GENRES},${TAGS}`.split(',').slice(0, 25);
    expect((await completeLabels(labels, '', english)).map(({ value }) => value)).toStrictEqual(best);
  });

  it('names no tag for adults where children may read', async () => {
    expect(await completeLabels(labels, 'hentai', english)).toStrictEqual([]);
    expect(await completeLabels(labels, 'hentai', { ...english, ageRestricted: true })).toHaveLength(1);
  });
});

it.each(LANGUAGES)('no two genres or tags have the same name in %s', (code) => {
  const names = Object.values(languageOf(code).labels?.names ?? {}).map((name) => name.toLowerCase());
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toStrictEqual([]);
});
