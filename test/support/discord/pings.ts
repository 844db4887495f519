import { isObject } from './json.ts';

/**
 * The mentions in a message that notify people: `@everyone`, `@here`, `<@user>`, `<@&role>`. Embeds notify nobody.
 * https://docs.discord.com/developers/resources/message#allowed-mentions-object
 *
 * @param allowed the body's `allowed_mentions`; without it, every mention in the content counts
 */
export function pingsOf(content: string, allowed: unknown): string[] {
  const named = (key: string): readonly unknown[] => {
    const value = isObject(allowed) ? allowed[key] : undefined;
    return Array.isArray(value) ? value : [];
  };
  const parses = (kind: string) => !isObject(allowed) || named('parse').includes(kind);
  const pings = content.match(/@(?:everyone|here)|<@[!&]?\d+>/g) ?? [];
  return pings.filter((ping) => {
    const id = /\d+/.exec(ping)?.[0];
    if (id === undefined) return parses('everyone');
    const kind = ping.startsWith('<@&') ? 'roles' : 'users';
    return parses(kind) || named(kind).includes(id);
  });
}
