import { expect, test } from 'vitest';
import { evenOnFullDisk, FullDiskError } from '../../src/database/full-disk.ts';

/** An error as Drizzle throws it: the driver's own is its cause. */
const full = () => new Error('Failed query', { cause: Object.assign(new Error('full'), { code: '53100' }) });

/** Work that fails with these errors, one after another, and then succeeds. */
function failing(...errors: Error[]) {
  return async () => {
    const error = errors.shift();
    if (error !== undefined) throw error;
    return 'done';
  };
}

test('a change that fits is made, and the ballast stays', async () => {
  const makeRoom = () => Promise.reject(new Error('not needed'));
  expect(await evenOnFullDisk({ makeRoom }, failing())).toBe('done');
});

test('a change on a full disk is made in the room of the ballast', async () => {
  let ballast = true;
  const makeRoom = async () => {
    const had = ballast;
    ballast = false;
    return had;
  };
  expect(await evenOnFullDisk({ makeRoom }, failing(full()))).toBe('done');
  expect(ballast).toBe(false);
});

test.each<[what: string, makeRoom: (() => Promise<boolean>) | null]>([
  ['there is no ballast', async () => false],
  ['the server is not the embedded one', null],
])('a change on a full disk fails with a cure where %s', async (_, makeRoom) => {
  const changed = evenOnFullDisk({ makeRoom }, failing(full()));
  await expect(changed).rejects.toThrow(FullDiskError);
  await expect(changed).rejects.toThrow(
    /disk is full, so nothing was changed\. Free some space.*downloads may be deleted/,
  );
});

test('a change that the ballast has not made enough room for fails with a cure', async () => {
  let ballast = 1;
  await expect(
    evenOnFullDisk({ makeRoom: async () => ballast-- > 0 }, failing(full(), full())),
  ).rejects.toThrow(FullDiskError);
});

test('a change is made again by a server that has ended itself for lack of room, and was started again', async () => {
  const gone = () => Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' });
  expect(await evenOnFullDisk({ makeRoom: async () => true }, failing(gone()))).toBe('done');
  await expect(evenOnFullDisk({ makeRoom: null }, failing(gone()))).rejects.toThrow('gone');
});

test('any other failure is passed on', async () => {
  await expect(evenOnFullDisk({ makeRoom: async () => true }, failing(new Error('other')))).rejects.toThrow(
    'other',
  );
});
