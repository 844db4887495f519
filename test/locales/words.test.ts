import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../locales/locales.ts';
import { own, plainLine } from '../../locales/markdown.ts';
import { Words } from '../../locales/words.ts';

describe('words', () => {
  it('are Spanish in both of Discord’s Spanish locales', () => {
    expect(Words.of('es-ES').text('column.game')).toBe('Juego');
    expect(Words.of('es-419').text('column.game')).toBe('Juego');
  });

  it.each(['en-US', 'en-GB', 'eo', 'la-VA', '', 'no locale', 'constructor', '__proto__'])(
    'are English in %j',
    (locale) => {
      expect(Words.of(locale).text('column.game')).toBe('Game');
      expect(Words.of(locale).number(1234.5, 1)).toBe('1,234.5');
    },
  );

  it.each(LOCALES)('keep the locale %s', (locale) => {
    expect(Words.of(locale).locale).toBe(locale);
  });

  it('write numbers, shares and choices as their locale does', () => {
    const english = Words.of('en-US');
    expect(english.number(1_234_567.891)).toBe('1,234,568');
    expect(english.number(0.26, 1)).toBe('0.3');
    expect(english.percent(0.1234)).toBe('12.3%');
    expect(english.percent(1)).toBe('100.0%');
    expect(english.choice(['a'])).toBe('a');
    expect(english.choice(['a', 'b'])).toBe('a or b');
    const spanish = Words.of('es-ES');
    expect(spanish.number(1_234_567.891)).toBe('1.234.568');
    expect(spanish.percent(0.1234)).toBe('12,3\u00a0%');
    expect(spanish.choice(['a', 'b'])).toBe('a o b');
    expect(Words.of('es-419').number(1_234_567.8, 1)).toBe('1,234,567.8');
  });

  it('insert values unchanged', () => {
    const title = Words.of('en-US').plain('sentiment-analysis.title', {
      developer: plainLine("<b>{year} '#' ’"),
    });
    expect(title).toBe("Reviews of games by <b>{year} '#' ’");
  });

  it('write one hour in the singular', () => {
    const title = (hours: number) =>
      Words.of('es-ES').plain('user-for-genre.title', { user: own('u'), genre: own('g'), hours });
    expect(title(1)).toBe('u es quien más ha jugado a juegos de g: 1 hora');
    expect(title(12_345)).toBe('u es quien más ha jugado a juegos de g: 12.345 horas');
    expect(title(2_000_000)).toBe('u es quien más ha jugado a juegos de g: 2.000.000 horas');
  });
});
