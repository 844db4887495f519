import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '../..');
const unit = /```ini\n(.*?)```/s.exec(readFileSync(join(PROJECT, 'docs/operating.md'), 'utf8'))![1]!;
const valuesOf = (name: string) =>
  [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value!);

test('the systemd unit has no setting of its own, so that a shell and the unit use the same database', () => {
  expect(valuesOf('Environment')).toEqual(['NODE_ENV=production']);
  expect(valuesOf('EnvironmentFile')).toEqual([]);
  expect(valuesOf('WorkingDirectory')).toEqual(['/opt/steamscope']);
});

test('the systemd unit starts Node itself, which gets the signal to stop', () => {
  const [start] = valuesOf('ExecStart');
  expect(start).toMatch(/^\/usr\/bin\/node \S+ start$/);
  expect(existsSync(join(PROJECT, start!.split(' ')[1]!))).toBe(true);
});
