import type { Chart } from '../../src/charts/chart.ts';

const around = {
  unit: 'Horas jugadas, por año de lanzamiento de los juegos',
  source: '1.234 jugadores · muestra inventada',
  locale: 'es-ES',
};
const LONG =
  'An Invented Game With a Name as Long as the Longest: Training, Tools & Tutorials – Windows Version – by Somebody Else of Wherever';

/** One chart of each kind, with invented names as long and in as many scripts as those in the data. */
export const CHARTS: Record<Chart['kind'], Chart> = {
  columns: {
    ...around,
    kind: 'columns',
    title: LONG,
    columns: Array.from({ length: 36 }, (_, place) => ({
      label: String(1982 + place),
      value: place % 7 === 3 ? 0 : place ** 3,
    })),
    marked: { place: 35, text: '2017 · 42.875 h' },
  },
  shares: {
    ...around,
    kind: 'shares',
    title: LONG,
    rest: 'otros juegos',
    sources: [LONG, '中文游戏'.repeat(20), 'Portal 9', 'Нечто', 'Cuatro', 'Seis'],
    wholes: [
      {
        name: LONG,
        shares: [0.3, 0.2, 0.15, 0.1, 0.1, 0.05].map((share, source) => ({ source, share })),
      },
      {
        name: '超次元ゲーム ネプテューヌ',
        shares: [
          { source: 1, share: 0.98 },
          { source: 5, share: 0.02 },
        ],
      },
    ],
  },
};
