import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packNumbers, unpackNumbers } from '../../../src/database/packed-weights.ts';

test('the numbers of a place are stored as float32, little-endian, one after another', () => {
  // 1 is 0x3f800000, −2 is 0xc0000000 and 0.1 rounds to 0x3dcccccd in IEEE 754.
  expect(packNumbers([1, -2, 0.1]).toString('hex')).toBe('0000803f000000c0cdcccc3d');
  // Of a longer array, only the given part is stored.
  expect(packNumbers(Float64Array.of(5, 1, 5).subarray(1, 2)).toString('hex')).toBe('0000803f');
});

test('packed numbers are unpacked the same, wherever the bytes begin in their buffer', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ noNaN: true })), fc.integer({ min: 0, max: 9 }), (numbers, start) => {
      const elsewhere = Buffer.concat([Buffer.alloc(start), packNumbers(numbers)]).subarray(start);
      expect(unpackNumbers(elsewhere)).toEqual(Float32Array.from(numbers));
    }),
  );
});
