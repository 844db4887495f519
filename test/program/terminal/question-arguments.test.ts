import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/program/terminal/question-arguments.ts';

const question = (typed: string) => readQuestion(typed.split(' ')).question;

describe('a question in a terminal', () => {
  test.each<[typed: string, options: Record<string, string>]>([
    ['playtime-genre --genre Racing', { genre: 'Racing' }],
    ['playtime-genre --genre=Racing', { genre: 'Racing' }],
    ['playtime-genre --genre=a=b', { genre: 'a=b' }],
    ['--genre Racing playtime-genre', { genre: 'Racing' }],
    // The last value of an option counts.
    ['playtime-genre --genre Strategy --page 2 --genre Racing', { genre: 'Racing', page: '2' }],
    // A single dash begins a value.
    ['playtime-genre --page -5', { page: '-5' }],
    ['playtime-genre --page=-5', { page: '-5' }],
    ['playtime-genre --genre -12', { genre: '-12' }],
    ['playtime-genre --genre -', { genre: '-' }],
  ])('%s sets its options', (typed, options) => {
    expect(question(typed)).toEqual({ command: 'playtime-genre', options });
  });

  test.each<[typed: string, options: Record<string, string>]>([
    ['recommend-user --adult', { adult: '' }],
    ['recommend-user --adult --page 2', { adult: '', page: '2' }],
    ['recommend-user --adult --json', { adult: '' }],
    ['recommend-user --adult= --page 2', { adult: '', page: '2' }],
    ['recommend-user --adult false --page 2', { adult: 'false', page: '2' }],
  ])('%s has an option with no value', (typed, options) => {
    expect(question(typed)).toEqual({ command: 'recommend-user', options });
  });

  test.each<[typed: string, options: Record<string, string>]>([
    ['help --colour red', { colour: 'red' }],
    ['help --colour', { colour: '' }],
    ['help more', { more: '' }],
    ['help --toString x', { toString: 'x' }],
  ])('%s passes unknown options on', (typed, options) => {
    expect(question(typed)).toEqual({ command: 'help', options });
  });

  test('may lack its command', () => {
    expect(readQuestion([]).question).toEqual({ command: '', options: {} });
    expect(question('--genre Racing')).toEqual({ command: '', options: { genre: 'Racing' } });
  });

  test('keeps a value as it was typed', () => {
    const { options } = readQuestion(['recommend-user', '--likes', ' Ember Hollow, --x=1']).question;
    expect(options).toEqual({ likes: ' Ember Hollow, --x=1' });
  });
});

describe('the way of answering', () => {
  const plain = { json: undefined, batch: undefined, locale: 'en-US' };

  test.each<[typed: string, settings: object]>([
    ['help', plain],
    ['help --json', { ...plain, json: true }],
    ['--json help', { ...plain, json: true }],
    ['--batch', { ...plain, batch: true }],
    ['help --locale es-ES', { ...plain, locale: 'es-ES' }],
    ['--locale=es-ES help --json', { ...plain, json: true, locale: 'es-ES' }],
    ['help --locale --json', { ...plain, json: true, locale: '' }],
    ['help --locale', { ...plain, locale: '' }],
  ])('%s sets it, and is no option of the question', (typed, settings) => {
    expect(readQuestion(typed.split(' ')).settings).toEqual(settings);
    expect(question(typed).options).toEqual({});
  });
});
