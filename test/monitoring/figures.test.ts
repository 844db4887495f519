import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dashboardPanels, monitoringFile } from './files.ts';
import { wholePage } from './whole-page.ts';

/** The names of figures in a text. */
function figuresIn(text: string): Set<string> {
  return new Set(text.match(/\b(?:steamscope|nodejs|process)_\w+/g));
}

const operating = readFileSync('docs/operating.md', 'utf8');
const alarms = monitoringFile('alerts.yml');
const alarmNames = [...alarms.matchAll(/alert: (\w+)/g)].map(([, name]) => name!);

test('alarms and dashboard read only figures that the program has', async () => {
  const there = figuresIn(await wholePage());
  const expressions = dashboardPanels().flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const read = figuresIn([...alarms.matchAll(/expr: [\s\S]*?\n {8}\w/g), ...expressions].join('\n'));
  expect(read.size).toBeGreaterThan(10);
  expect([...read].filter((name) => !there.has(name))).toEqual([]);
});

test('docs/operating.md explains every alarm, in their order', () => {
  const explained = [...operating.matchAll(/^\| `(Steamscope\w+)`/gm)].map(([, name]) => name);
  expect(explained).toEqual(alarmNames);
});

test('every alarm has a test that it fires', () => {
  const tests = monitoringFile('alerts.test.yml');
  expect(alarmNames.filter((name) => !tests.includes(name))).toEqual([]);
});

test('no two panels of the dashboard share a number or a place', () => {
  const panels = dashboardPanels();
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const places = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)} ${y + Math.floor(n / w)}`),
  );
  expect(new Set(places).size).toBe(places.length);
});
