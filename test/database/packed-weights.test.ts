import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packRow, unpackRow } from '../../src/database/packed-weights.ts';

test('a row takes six bytes for each weight: float32 weights, then uint16 columns, little-endian', () => {
  const packed = packRow({ columns: Uint16Array.of(1, 258), weights: Float32Array.of(1, -2) });
  // 1 is 0x3f800000 and −2 is 0xc0000000 in IEEE 754; 258 is 0x0102.
  expect(packed.toString('hex')).toBe('0000803f000000c001000201');
});

test('packed weights are unpacked the same, wherever the bytes begin in their buffer', () => {
  const weight = fc.float({ noNaN: true });
  const entry = fc.tuple(fc.integer({ min: 0, max: 65535 }), weight);
  fc.assert(
    fc.property(fc.array(entry), fc.integer({ min: 0, max: 9 }), (entries, start) => {
      const row = {
        columns: Uint16Array.from(entries, ([column]) => column),
        weights: Float32Array.from(entries, ([, value]) => value),
      };
      const packed = packRow(row);
      const elsewhere = Buffer.concat([Buffer.alloc(start), packed]).subarray(start);
      expect(unpackRow(elsewhere)).toEqual(row);
    }),
  );
});

test('bytes of an impossible length are refused', () => {
  expect(() => unpackRow(new Uint8Array(7))).toThrow(RangeError);
});
