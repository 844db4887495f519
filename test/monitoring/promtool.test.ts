import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dashboardPanels, MONITORING } from './files.ts';
import { wholePage } from './whole-page.ts';

const PROMTOOL = process.env.PROMTOOL ?? '/usr/bin/promtool';

/** Runs Prometheus's own tool. @returns the faults that it finds; empty: none */
function faultsBy(args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(PROMTOOL, args, { input, encoding: 'utf8' });
  if (error !== undefined) throw error;
  return status === 0 ? '' : `${stdout}${stderr}`;
}

test('each alarm fires when it should, and none while all is well', () => {
  expect(faultsBy(['test', 'rules', join(MONITORING, 'alerts.test.yml')])).toBe('');
});

test('the dashboard asks Prometheus in its own language', () => {
  const folder = mkdtempSync(join(tmpdir(), 'steamscope-monitoring-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const expressions = dashboardPanels().flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const rules = expressions.map((expr, n) => ({
    record: `panel:${n}`,
    expr: expr.replaceAll('$__rate_interval', '5m'),
  }));
  // JSON is YAML too.
  const file = join(folder, 'dashboard.yml');
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
  expect(faultsBy(['check', 'rules', file])).toBe('');
});

test('Prometheus finds no fault in the text of /metrics', async () => {
  const page = await wholePage();
  // The names of Node's own figures are prom-client's.
  const ours = page.split('\n\n').filter((figure) => figure.includes('steamscope_'));
  expect(faultsBy(['check', 'metrics'], `${ours.join('\n\n')}\n`)).toBe('');
});
