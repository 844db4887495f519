import { expect, test } from 'vitest';
import { closed, notesOf } from '../../scripts/release/changelog.ts';

const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- New.\n- Newer.\n\n## 1.0.0 (2026-01-02)\n\n- Old.\n';

test('a release gives the unreleased changes a version and a day, and they are its notes', () => {
  const released = closed(CHANGELOG, '1.1.0', '2026-12-01');
  expect(released).toContain('## Unreleased\n\n## 1.1.0 (2026-12-01)\n\n- New.');
  expect(notesOf(released, '1.1.0')).toBe('- New.\n- Newer.');
  expect(notesOf(released, '1.0.0')).toBe('- Old.');
  expect(notesOf(released, 'Unreleased')).toBe('');
});

test('a version without changes, and an unknown one, are refused', () => {
  expect(() => closed(closed(CHANGELOG, '1.1.0', '2026-12-01'), '1.2.0', '2026-12-02')).toThrow(
    'no unreleased',
  );
  expect(() => notesOf(CHANGELOG, '1')).toThrow('no version 1');
});
