import { describe, expect, it } from 'vitest';
import { Words } from '../../../locales/words.ts';
import { allCommands } from '../../../src/commands/catalogue/catalogue.ts';
import { type AskedQuestion, errorReply } from '../../../src/commands/message/error-reply.ts';
import { QuestionError, wrongName } from '../../../src/engine/data-set/question-error.ts';
import { ASKER, menu } from '../small-data-set.ts';

// Loads the commands, whose short words stand in the ids of menus.
await allCommands();

const english = Words.of('en-US');

function unlogged(): never {
  throw new Error('A mistake of the asker is no failure of ours.');
}

function asking(options: AskedQuestion['options'], ageRestricted = false): AskedQuestion {
  return { command: 'recommend-user', options, asker: { ...ASKER, ageRestricted } };
}

describe('a mistake in a question', () => {
  const unknown = new QuestionError(
    'unknown-label',
    { name: 'Acton' },
    ['Action'],
    wrongName('genre', ['Action']),
  );

  it('offers a menu of suggestions, which keeps the other options', () => {
    const reply = errorReply(
      unknown,
      Words.of('es-419'),
      unlogged,
      asking({ genre: 'Acton', likes: '620,440' }),
    );
    expect(reply.embeds[0]!.description).toBe(
      'No hay ningún género ni etiqueta «Acton». ¿Querías decir «Acción»?',
    );
    expect(menu(reply)).toStrictEqual({ custom_id: 'ru;ng;l&2h8c8', labels: ['Acción'], values: ['Action'] });
  });

  it('has no menu if the question is not known or does not fit in an id', () => {
    expect(errorReply(unknown, english, unlogged).components).toStrictEqual([]);
    const long = asking({
      genre: 'Acton',
      likes: 'Some game that is called much longer than fits, '.repeat(9),
    });
    expect(errorReply(unknown, english, unlogged, long).components).toStrictEqual([]);
    const none = new QuestionError('user-or-likes', {});
    expect(errorReply(none, english, unlogged, asking({})).components).toStrictEqual([]);
  });

  it('names games for adults only in age-restricted channels', () => {
    const error = new QuestionError(
      'unknown-game',
      { name: 'Nihgts', to: '2016' },
      ['Lewd Nights', 'Nights'],
      {
        option: 'game',
        choices: [
          { name: 'Lewd Nights (2014)', value: '201', adult: true, named: 'Lewd Nights' },
          { name: 'Nights (2010)', value: '202', adult: false, named: 'Nights' },
        ],
      },
    );
    const open = errorReply(error, english, unlogged, asking({}));
    expect(JSON.stringify(open)).not.toContain('Lewd');
    expect(open.embeds[0]!.description).toContain('Did you mean “Nights”?');
    expect(menu(open).values).toStrictEqual(['202']);
    expect(JSON.stringify(errorReply(error, english, unlogged))).not.toContain('Lewd');
    expect(menu(errorReply(error, english, unlogged, asking({}, true))).values).toStrictEqual(['201', '202']);
  });

  it('repeats the typed text without markup, and no more of it than fits', () => {
    const typed = new QuestionError('unknown-user', {
      userId: `@everyone [x](https://a.b) ${'*'.repeat(5000)}`,
    });
    const { description } = errorReply(typed, english, unlogged).embeds[0]!;
    expect(description).toContain('“\\@everyone \\[x\\](https\\://a.b) \\*');
    expect(description!.length).toBeLessThan(500);
  });
});

describe('a failure of ours', () => {
  it('shows a reference and nothing else', () => {
    const logged: string[] = [];
    const reply = errorReply(
      new Error('hunter2'),
      english,
      ({ reference }) => logged.push(reference),
      asking({ genre: 'x' }),
    );
    expect(JSON.stringify(reply)).not.toContain('hunter2');
    expect(reply.embeds[0]!.description).toContain(logged[0]);
    expect(reply.components).toStrictEqual([]);
  });
});
