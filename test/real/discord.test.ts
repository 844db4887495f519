import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { StandIn } from '../support/discord/stand-in.ts';
import { Program } from '../support/program.ts';
import { REAL_SOURCES } from './real-data.ts';

const TOKEN = 'a-token-of-nobody';
const GUILD = '200000000000000001';

let discord: StandIn;
let program: Program;
beforeAll(async () => {
  discord = await StandIn.start({
    token: TOKEN,
    applicationId: '100000000000000001',
    guilds: [{ id: GUILD }],
  });
  program = new Program(['start'], {
    ...REAL_SOURCES,
    DATA_FOLDER: inject('realDataFolder'),
    HTTP_PORT: '0',
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.url,
    // A few members ask everything at once here.
    ASK_LIMIT: '1000/1',
  });
  await program.said(/commands are registered/);
});
afterAll(async () => {
  program.child.kill('SIGTERM');
  await program.ended();
  await discord.stop();
});

const QUESTIONS: [command: string, options: Record<string, string | number>][] = [
  ['help', {}],
  ['playtime-genre', { genre: 'Action' }],
  ['user-for-genre', { genre: 'Indie' }],
  ['users-recommend', { year: 2014 }],
  ['users-recommend', { year: 2012, 'year-of': 'released' }],
  ['users-worst-developer', { year: 2015 }],
  ['sentiment-analysis', { developer: 'Valve' }],
  ['recommend-game', { game: 'Portal 2' }],
  ['recommend-game', { game: 'Opus Magnum' }],
  ['recommend-game', { game: 'Terraria', genre: 'RPG', 'how-known': 'obscure' }],
  ['recommend-user', { likes: 'Portal 2, Terraria' }],
  ['recommend-user', { likes: 'Euro Truck Simulator 2', avoid: 'Horror' }],
];

test.each(QUESTIONS)(
  '/%s %j is answered in both languages, and so is every button',
  async (command, options) => {
    for (const locale of ['en-US', 'es-ES', 'es-419']) {
      const member = discord.member({ guildId: GUILD, locale });
      const reply = await member.command(command, options);
      const answer = await reply.answered();
      expect(answer.texts.length).toBeGreaterThan(0);
      for (const button of answer.buttons.filter(({ disabled }) => disabled !== true)) {
        if (!('custom_id' in button)) continue;
        const again = await discord.member({ guildId: GUILD, locale }).press(answer, button.custom_id);
        expect((await again.answered()).texts.length).toBeGreaterThan(0);
      }
    }
    expect(discord.violations).toEqual([]);
  },
);

test('names are completed as they are typed', async () => {
  const member = discord.member({ guildId: GUILD });
  const first = async (command: string, option: string, typed: string) =>
    (await member.autocomplete(command, { [option]: typed }, option))[0]?.name;
  expect(await first('recommend-game', 'game', 'bioshok')).toMatch(/^BioShock/);
  expect(await first('recommend-game', 'game', 'csgo')).toBe('Counter-Strike: Global Offensive');
  expect(await first('recommend-user', 'likes', 'Portal 2, terra')).toBe('Portal 2, Terraria');
  expect(await first('sentiment-analysis', 'developer', 'valv')).toBe('Valve');
  expect(await first('playtime-genre', 'genre', 'rac')).toBe('Racing');
  expect(discord.violations).toEqual([]);
});

test('a typo is not guessed: the asker alone gets suggestions, and chooses one', async () => {
  const member = discord.member({ guildId: GUILD });
  const offered = await (await member.command('recommend-game', { game: 'Teraria' })).answered();
  expect(offered.ephemeral).toBe(true);
  const [menu] = offered.selects;
  const terraria = menu!.options.find(({ label }) => label.startsWith('Terraria'))!;
  const chosen = await (await member.choose(offered, menu!.custom_id, [terraria.value])).answered();
  expect(chosen.texts[0]).toContain('Terraria');
  expect(discord.violations).toEqual([]);
});
