/** The heading of the changes that no version has yet. */
const UNRELEASED = '## Unreleased';

/**
 * The change log with the unreleased changes as those of a version, and an empty list of unreleased ones above it.
 *
 * @param day the day of the release, such as `2026-12-01`
 * @throws Error where nothing has changed since the last version
 */
export function closed(changelog: string, version: string, day: string): string {
  if (notesOf(changelog, 'Unreleased') === '') throw new Error('CHANGELOG.md has no unreleased change');
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## ${version} (${day})`);
}

/**
 * The changes of a version, as its release notes.
 *
 * @param version such as `1.2.0`, or `Unreleased`
 * @throws Error where the change log does not have the version
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => /^\S+/.exec(text)?.[0] === version);
  if (section === undefined) throw new Error(`CHANGELOG.md has no version ${version}`);
  return section.slice(section.indexOf('\n')).trim();
}
