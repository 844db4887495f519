import { expect, test } from 'vitest';
import { completeLabelList, resolveLabelList } from '../../../src/commands/names/label-lists.ts';
import { NameIndex } from '../../../src/engine/search/name-index.ts';
import { atOnce } from '../../../src/platform/in-turns.ts';

const labels = atOnce(
  NameIndex.build([
    'Horror',
    'Sports',
    'Racing',
    'Hack and Slash',
    'Design & Illustration',
    'Action',
    'RPG',
    'Action RPG',
  ]),
);
const asker = { userId: '1', guildId: null, ageRestricted: false, mayManageGuild: false, locale: 'es-ES' };

test.each([
  ['horror', ['Horror']],
  ['terror, deportes y carreras', ['Horror', 'Sports', 'Racing']],
  ['Hack and Slash / Horror', ['Hack and Slash', 'Horror']],
  ['racing; design & illustration', ['Racing', 'Design & Illustration']],
  ['action, rpg', ['Action', 'RPG']],
  ['action rpg', ['Action RPG']],
  ['horror, qwertz', ['Horror', undefined]],
])('%j is the list %j', async (typed, names) => {
  const entries = await resolveLabelList(labels, typed);
  expect(
    entries.map(({ resolution }) => (resolution.kind === 'found' ? resolution.name : undefined)),
  ).toEqual(names);
});

test('completion keeps the labels that are typed already', async () => {
  const [first] = await completeLabelList(labels, 'terror, depor', asker);
  expect(first).toEqual({ name: 'Terror, Deportes', value: 'Horror, Sports' });
});

test('completion goes on after a separator, and offers no label twice', async () => {
  const names = (await completeLabelList(labels, 'terror, ', asker)).map(({ name }) => name);
  expect(names).toContain('Terror, Deportes');
  expect(names).not.toContain('Terror, Terror');
});
