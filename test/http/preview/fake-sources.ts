import { ApplicationCommandOptionType, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { own } from '../../../locales/markdown.ts';
import type { AnyCommand, Choice } from '../../../src/commands/contract/command.ts';
import { customId } from '../../../src/commands/contract/custom-id.ts';
import type { DrawPicture } from '../../../src/commands/contract/picture.ts';
import type { SentEmbeds, SentReply } from '../../../src/commands/contract/reply.ts';
import type { PreviewSources } from '../../../src/http/preview/sources.ts';
import type { HttpSources } from '../../../src/http/server.ts';
import { writtenReply } from '../../support/written.ts';

/** A question that a fake command was asked. */
export interface Asked {
  command: string;
  options: Record<string, unknown>;
  locale: string;
  ageRestricted: boolean;
}

/** Commands with the names and options of real ones. A test decides their replies. */
export class FakeSources implements PreviewSources {
  readonly asked: Asked[] = [];
  draw: DrawPicture = async () => null;
  report: PreviewSources['report'] = async () => ({ state: 'none' });
  readonly failures: { reference: string; err: unknown }[] = [];
  choices: Choice[] = [];
  reply: (asked: Asked) => SentReply = ({ options }) => ({
    embeds: [{ title: `Games of ${options.year}` }],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: 'Next year',
            custom_id: customId({
              command: 'users-recommend',
              options: { year: Number(options.year) + 1 },
              effect: 'update',
            }),
          },
        ],
      },
    ],
    files: [],
  });

  async commands(): Promise<AnyCommand[]> {
    const { String: text, Integer: integer } = ApplicationCommandOptionType;
    const yearOf = {
      type: text,
      name: 'year-of',
      description: 'Which year',
      choices: [
        { name: 'posted then', value: 'reviewed' },
        { name: 'released then', value: 'released' },
      ],
    } as const;
    return [
      this.#command({
        name: 'users-recommend',
        description: 'The most recommended games',
        options: [{ type: integer, name: 'year', description: 'The year', required: true }, yearOf],
      }),
      this.#command({
        name: 'recommend-game',
        description: 'Games like a game',
        options: [
          { type: text, name: 'game', description: 'The game', required: true, autocomplete: true },
          { type: text, name: 'genre', description: 'Only of this genre', autocomplete: true },
        ],
      }),
      this.#command({ name: 'help', description: 'What can be asked' }),
      { ...this.#command({ name: 'admin', description: 'Refresh' }), scope: 'admin-guilds' },
    ];
  }

  context(asker: Parameters<PreviewSources['context']>[0]) {
    return {
      // The fake commands read no data.
      dataSet: async () => ({}) as never,
      asker,
      administration: null,
      progress: null,
    };
  }

  onFailure(details: { reference: string; err: unknown }): void {
    this.failures.push(details);
  }

  #command(definition: AnyCommand['definition']): AnyCommand {
    return {
      definition,
      byCaller: [],
      visibility: 'public',
      scope: 'everywhere',
      answer: async ({ asker }, options) => {
        const { locale, ageRestricted } = asker;
        const asked = { command: definition.name, options, locale, ageRestricted };
        this.asked.push(asked);
        const reply = this.reply(asked);
        return {
          answer: null,
          table: () => ({ title: own(''), columns: [], rows: [], notes: [] }),
          reply: () => writtenReply(reply),
        };
      },
      complete: async () => this.choices,
    };
  }
}

/** A reply that consists of these embeds. */
export function embedsOnly(...embeds: SentEmbeds['embeds']): SentEmbeds {
  return { embeds, components: [], files: [] };
}

/** The sources of all pages, with a data set and this preview. */
export function sourcesWith(preview: PreviewSources): HttpSources {
  const counts = { games: 10, users: 20, libraryRows: 30, reviews: 40 };
  const summary = { invented: true, ...counts, span: null };
  return {
    dataSet: async () => ({ id: 1, publishedAt: new Date('2026-11-24T08:05:09Z'), summary }),
    activity: () => null,
    preview,
  };
}
