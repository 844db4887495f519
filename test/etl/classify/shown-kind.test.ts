import { describe, expect, it } from 'vitest';
import { shownKind } from '../../../src/etl/classify/shown-kind.ts';
import { described, unrecorded } from './described.ts';

describe('the kind of a record', () => {
  it.each([
    'The Turing Test',
    'Test Drive Unlimited 2',
    'Beta Runner',
    'Crash Test Billy',
    '>observer_',
    'ASTA Server',
    'DLC Quest',
    'Ghost Recon',
    'Lost Planet',
    'Demon Hunter',
  ])('%s is a game', (name) => {
    expect(shownKind(described({ name }))).toBe('game');
  });

  it.each([
    ['Portal 2 Soundtrack', 'soundtrack'],
    ['Bastion Original Sound Track', 'soundtrack'],
    ['Half-Life 2: Demo', 'demo'],
    ['Source SDK', 'software'],
    ['Dota 2 Workshop Tools', 'software'],
    ['RAGE Tool Kit Level Editor', 'software'],
    ['Left 4 Dead 2 Dedicated Server', 'software'],
    ['Natural Selection 2 Public Test', 'test'],
    ['Dead Island: Epidemic (Beta)', 'test'],
    ['Killing Floor - Beta', 'test'],
    ['Some Film (Streaming)', 'video'],
    ['Dragon Age Season Pass', 'extra'],
    ['Borderlands DLC Pack', 'extra'],
  ])('%s is %s', (name, kind) => {
    expect(shownKind(described({ name }))).toBe(kind);
  });

  it('is a test server if the title ends in "test" and nothing else is known', () => {
    expect(shownKind(unrecorded(205790, 'Dota 2 Test'))).toBe('test');
    expect(shownKind(unrecorded(1, 'The Witcher 3: Wild Hunt'))).toBe('game');
  });

  it.each([
    ['an addition', { specs: ['Single-player', 'Downloadable Content'] }, 'dlc'],
    ['a demo', { specs: ['Game demo'] }, 'demo'],
    ['a tool', { genres: ['Utilities', 'Animation & Modeling', 'Early Access'] }, 'software'],
    ['a tool by its tags', { genres: [], tags: ['Software'] }, 'software'],
    ['a film', { genres: ['Indie'], tags: ['Documentary'], specs: [] }, 'video'],
    [
      'an episode, which has no genre and nothing to play',
      { genres: [], specs: ['Captions available'] },
      'video',
    ],
    ['a game that is also a tool', { genres: ['Indie', 'Utilities'] }, 'game'],
    ['a game about drawing', { genres: ['RPG'], tags: ['Design & Illustration', 'Software'] }, 'game'],
    ['a game with films in it', { tags: ['Movie'], specs: ['Single-player'] }, 'game'],
    ['a game whose record says no more than its genre', { genres: ['RPG'], specs: [] }, 'game'],
  ] as const)('sees %s', (_, record, kind) => {
    expect(shownKind(described(record))).toBe(kind);
  });
});
