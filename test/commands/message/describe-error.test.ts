import { describe, expect, it } from 'vitest';
import { Words } from '../../../locales/words.ts';
import { describeError } from '../../../src/commands/message/describe-error.ts';
import { QuestionError, wrongName } from '../../../src/engine/data-set/question-error.ts';

const english = Words.of('en-US');
const spanish = Words.of('es-ES');

function unlogged(): never {
  throw new Error('A mistake of the asker is no failure of ours.');
}

/** The text that a person gets. */
function told(error: QuestionError, words: Words): string {
  return describeError(error, words, unlogged).error.message;
}

describe('a question without an answer', () => {
  it('is reported with suggestions, in the language of the asker', () => {
    const one: QuestionError = new QuestionError('unknown-genre', { name: 'Acton' }, ['Action']);
    expect(told(one, english)).toBe('No genre “Acton”. Did you mean “Action”?');
    expect(told(one, spanish)).toBe('No hay ningún género «Acton». ¿Querías decir «Acción»?');

    const all: QuestionError = new QuestionError('unknown-genre', { name: 'Horror' }, ['Action', 'RPG'], {
      ...wrongName('genre', ['Action', 'RPG']),
      offersAll: true,
    });
    expect(told(all, english)).toBe('No genre “Horror”. The genres are “Action” and “RPG”.');
    expect(told(all, spanish)).toBe('No hay ningún género «Horror». Los géneros son «Acción» y «Rol».');

    const three: QuestionError = new QuestionError('ambiguous-developer', { name: 'capcom' }, [
      'CAPCOM',
      'Capcom',
      'CapCom',
    ]);
    expect(told(three, english)).toBe(
      '“capcom” matches more than one developer: “CAPCOM”, “Capcom”, or “CapCom”.',
    );
    expect(told(three, spanish)).toBe(
      '«capcom» coincide con más de un desarrollador: «CAPCOM», «Capcom» o «CapCom».',
    );
  });

  it('is reported without suggestions if there are none', () => {
    const error: QuestionError = new QuestionError('unknown-developer', { name: 'xyzzy' });
    expect(told(error, english)).toBe('No developer “xyzzy”.');
    expect(told(error, spanish)).toBe('No hay ningún desarrollador «xyzzy».');
  });

  it('has its code and suggestions for programs', () => {
    const error: QuestionError = new QuestionError('unknown-genre', { name: 'Acton' }, ['Action']);
    expect(describeError(error, english, unlogged)).toStrictEqual({
      error: {
        code: 'unknown-genre',
        message: 'No genre “Acton”. Did you mean “Action”?',
        suggestions: ['Action'],
      },
    });
  });

  it('shows years without a thousands separator', () => {
    const early: QuestionError = new QuestionError('no-reviews-of-year', {
      year: 1999,
      from: 2010,
      to: 2016,
    });
    expect(told(early, english)).toBe('There are no reviews for 1999. The data goes from 2010 to 2016.');
    const late: QuestionError = new QuestionError('year-after-data', { year: 12_345, to: 2016 });
    expect(told(late, english)).toBe('12345 is newer than the data, whose reviews end in 2016.');
    expect(told(late, spanish)).toBe('12345 es posterior a los datos, cuyas reseñas llegan hasta 2016.');
  });

  it('shows an example of a question if a line of a batch is none', () => {
    const message = told(new QuestionError('not-a-question', {}), english);
    const example: unknown = JSON.parse(message.slice(message.indexOf('{')));
    expect(example).toMatchObject({ command: 'users-recommend', options: { year: 2015 } });
  });

  it.each(['{suggestions}', "'{name}'", '<b>bold</b>', '#', 'none', '{0, plural, other {x}}'])(
    'repeats the name %s as it was typed',
    (name) => {
      expect(told(new QuestionError('unknown-genre', { name }), english)).toBe(`No genre “${name}”.`);
      const error: QuestionError = new QuestionError('unknown-genre', { name: 'x' }, [name]);
      expect(told(error, english)).toBe(`No genre “x”. Did you mean “${name}”?`);
    },
  );
});

describe('a failure of ours', () => {
  it.each([new Error('password of the database is hunter2'), 'hunter2', undefined])(
    'is hidden, and logged under the reference that the member gets: %#',
    (failure) => {
      for (const words of [english, spanish]) {
        const logged: { reference: string; err: unknown }[] = [];
        const body = describeError(failure, words, (details) => logged.push(details));
        expect(JSON.stringify(body)).not.toContain('hunter2');
        expect(body.error).toMatchObject({ code: 'internal', suggestions: [] });
        expect(logged).toHaveLength(1);
        expect(logged[0]!.err).toBe(failure);
        expect(logged[0]!.reference).toMatch(/^[0-9a-f]{8}$/);
        expect(body.error.message).toContain(logged[0]!.reference);
      }
    },
  );

  it('has a new reference each time', () => {
    const references = new Set<string>();
    for (let i = 0; i < 20; i++) {
      describeError(new Error('again'), english, ({ reference }) => references.add(reference));
    }
    expect(references.size).toBe(20);
  });
});
