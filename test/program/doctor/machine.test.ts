import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runChecks } from '../../../src/program/doctor/check.ts';
import { judgeClock } from '../../../src/program/doctor/clock.ts';
import { checkDisk } from '../../../src/program/doctor/disk.ts';
import { checkMemory } from '../../../src/program/doctor/memory.ts';
import { checkNode } from '../../../src/program/doctor/node-version.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steamscope-doctor-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('Node', () => {
  test.each([
    ['18.20.4', 'wrong'],
    ['20.18.3', 'wrong'],
    ['20.19.0', 'ok'],
    ['22.0.0', 'ok'],
    [process.versions.node, 'ok'],
  ])('%s is %s', (version, outcome) => {
    expect(checkNode(version)).toMatchObject({ outcome, message: expect.stringContaining(version) });
  });
});

describe('memory', () => {
  test.each([
    [512e6, 'warning', /^512 MB: .* may be killed/],
    [4e9, 'ok', /^4\.0 GB$/],
  ] as const)('of %i bytes', (bytes, outcome, message) => {
    expect(checkMemory(bytes)).toMatchObject({ outcome, message: expect.stringMatching(message) });
  });
});

describe('the disk', () => {
  const room = (bytes: number) => async () => ({ bavail: bytes / 4096, bsize: 4096 });

  test.each([
    [0, 'wrong', '0 MB free for'],
    [100 * 2 ** 20, 'wrong', '104 MB free for'],
    [2 ** 30, 'warning', '1.1 GB free for'],
    [2 ** 40, 'ok', '1099.5 GB free for'],
  ])('with %i bytes free is %s', async (bytes, outcome, message) => {
    expect(await checkDisk(folder, room(bytes))).toMatchObject({
      outcome,
      message: expect.stringContaining(message),
    });
  });

  test('is that of the folder in which the data folder will be made', async () => {
    const asked: string[] = [];
    await checkDisk(join(folder, 'not/yet'), (asks) => {
      asked.push(asks);
      return room(2 ** 40)();
    });
    expect(asked).toEqual([folder]);
  });

  // Root may write everywhere, except in a path below a file.
  test('is wrong if nothing can be written there', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o444);
    expect(await checkDisk(join(file, 'data'))).toMatchObject({
      outcome: 'wrong',
      message: expect.stringContaining('cannot be written to'),
      cure: expect.stringContaining('DATA_FOLDER'),
    });
  });
});

test('the clock that differs most is reported', () => {
  expect(judgeClock({ Discord: 900, 'the database': -2_000 })).toEqual({
    outcome: 'ok',
    message: 'agrees with Discord and the database',
  });
  expect(judgeClock({ Discord: 900, 'the database': -90_000 })).toMatchObject({
    outcome: 'warning',
    message: '90 s behind the clock of the database',
  });
});

describe('a check', () => {
  test('that does not end is given up, and the others are reported', async () => {
    const found = await runChecks(
      [
        { name: 'disk that hangs', run: () => new Promise(() => {}) },
        { name: 'other', run: () => ({ outcome: 'ok', message: 'fine' }) },
      ],
      20,
    );
    expect(found).toMatchObject([
      { name: 'disk that hangs', outcome: 'wrong', message: 'no answer within 0.02 s' },
      { name: 'other', outcome: 'ok', message: 'fine' },
    ]);
  });

  test('that fails reports a code, never a message', async () => {
    const failure = Object.assign(new Error('postgres://me:hunter2@host'), { code: 'EIO' });
    const found = await runChecks(
      [
        {
          name: 'failing',
          run: () => {
            throw failure;
          },
        },
        { name: 'failing later', run: () => Promise.reject(new Error('hunter2', { cause: failure })) },
        { name: 'failing without a code', run: () => Promise.reject(new RangeError('hunter2')) },
      ],
      1000,
    );
    expect(found.map(({ message }) => message)).toEqual([
      'the check itself failed (EIO)',
      'the check itself failed (EIO)',
      'the check itself failed (RangeError)',
    ]);
  });
});
