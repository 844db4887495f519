/**
 * The emoji whose names hold a word that VADER rates, weighs or negates with, each with its name in Unicode's
 * CLDR. The authors' program spells emoji (those of up to 2018) out by these names. The package has no such
 * list.
 */
const NAMES = new Map(
  (
    '😀 grinning face, 😃 grinning face with big eyes, 😄 grinning face with smiling eyes, ' +
    '😁 beaming face with smiling eyes, 😆 grinning squinting face, 😅 grinning face with sweat, ' +
    '🤣 rolling on the floor laughing, 😂 face with tears of joy, 🙂 slightly smiling face, ' +
    '😊 smiling face with smiling eyes, 😇 smiling face with halo, 🥰 smiling face with 3 hearts, ' +
    '😍 smiling face with heart-eyes, 😘 face blowing a kiss, 😗 kissing face, ☺ smiling face, ' +
    '😚 kissing face with closed eyes, 😙 kissing face with smiling eyes, 🤗 hugging face, ' +
    '🤭 face with hand over mouth, 😶 face without mouth, 😬 grimacing face, 🤥 lying face, ' +
    '😌 relieved face, 😔 pensive face, 😵 dizzy face, 🥳 partying face, ' +
    '😎 smiling face with sunglasses, 🤓 nerd face, 😕 confused face, 😟 worried face, ' +
    '🙁 slightly frowning face, ☹ frowning face, 😲 astonished face, ' +
    '😦 frowning face with open mouth, 😧 anguished face, 😨 fearful face, ' +
    '😰 anxious face with sweat, 😥 sad but relieved face, 😢 crying face, 😭 loudly crying face, ' +
    '😱 face screaming in fear, 😞 disappointed face, 😓 downcast face with sweat, 😩 weary face, ' +
    '😫 tired face, 😠 angry face, 😈 smiling face with horns, 👿 angry face with horns, 👻 ghost, ' +
    '😺 grinning cat face, 😸 grinning cat face with smiling eyes, 😹 cat face with tears of joy, ' +
    '😻 smiling cat face with heart-eyes, 😼 cat face with wry smile, 😽 kissing cat face, ' +
    '🙀 weary cat face, 😿 crying cat face, 💋 kiss mark, 💌 love letter, 💘 heart with arrow, ' +
    '💝 heart with ribbon, 💖 sparkling heart, 💗 growing heart, 💓 beating heart, ' +
    '💞 revolving hearts, 💕 two hearts, 💟 heart decoration, ❣ heavy heart exclamation, ' +
    '💔 broken heart, ❤ red heart, 🧡 orange heart, 💛 yellow heart, 💚 green heart, ' +
    '💙 blue heart, 💜 purple heart, 🖤 black heart, 💢 anger symbol, 💥 collision, 💫 dizzy, ' +
    '💣 bomb, 🗯 right anger bubble, 💤 zzz, 👋 waving hand, 🤚 raised back of hand, ' +
    '🖐 hand with fingers splayed, ✋ raised hand, 👌 OK hand, ✌ victory hand, 🤙 call me hand, ' +
    '✍ writing hand, 🙍 person frowning, 🙅 person gesturing NO, 🙆 person gesturing OK, ' +
    '💁 person tipping hand, 🙋 person raising hand, 🤽 person playing water polo, ' +
    '🤾 person playing handball, 💏 kiss, 💑 couple with heart, 🍂 fallen leaf, 🥩 cut of meat, ' +
    '🍠 roasted sweet potato, 🥟 dumpling, 🍵 teacup without handle, 🏩 love hotel, ' +
    '🗽 Statue of Liberty, 🚒 fire engine, 🚏 bus stop, 🛑 stop sign, ⏳ hourglass not done, ' +
    '⏰ alarm clock, ⛄ snowman without snow, 🔥 fire, ✨ sparkles, 🎉 party popper, 🎁 wrapped gift, ' +
    '🎖 military medal, 🏅 sports medal, 🥇 1st place medal, 🥈 2nd place medal, ' +
    '🥉 3rd place medal, 🕹 joystick, 🎲 game die, ♥ heart suit, ♦ diamond suit, 🃏 joker, ' +
    "🎴 flower playing cards, 🎩 top hat, ⛑ rescue worker's helmet, 🔈 speaker low volume, " +
    '🔕 bell with slash, 💳 credit card, 📪 closed mailbox with lowered flag, ' +
    '📭 open mailbox with lowered flag, 📏 straight ruler, 🧷 safety pin, 🧯 fire extinguisher, ' +
    '⚱ funeral urn, ⚠ warning, ⛔ no entry, 🚳 no bicycles, 🚭 no smoking, 🚯 no littering, ' +
    '🚷 no pedestrians, 📵 no mobile phones, 🔞 no one under eighteen, 🔝 TOP arrow, ' +
    '🛐 place of worship, ☮ peace symbol, ♋ Cancer, ▶ play button, ⏯ play or pause button, ' +
    '⏹ stop button, 🔆 bright button, ❇ sparkle, 🔡 input latin lowercase, 🆒 COOL button, ' +
    '🆓 FREE button, 🆗 OK button, 🈶 Japanese "not free of charge" button, ' +
    '🉐 Japanese "bargain" button, 🈚 Japanese "free of charge" button, ' +
    '🉑 Japanese "acceptable" button, ㊗ Japanese "congratulations" button, ' +
    '🈵 Japanese "no vacancy" button, 🔶 large orange diamond, 🔷 large blue diamond, ' +
    '🔸 small orange diamond, 🔹 small blue diamond, 💠 diamond with a dot'
  )
    .split(', ')
    .map((entry) => {
      const space = entry.indexOf(' ');
      return [entry.slice(0, space), entry.slice(space + 1)] as const;
    }),
);

/** The word that any other emoji is spelt out as. VADER has no rating for it. */
const OTHER = 'emoji';

/**
 * Finds a character that may be an emoji. The first emoji is ©, and most texts have no character from there on.
 */
const PERHAPS_EMOJI = /[\u00a9-\u{1faff}]/u;
/**
 * Matches an emoji of one code point, because VADER reads neither sequences nor flags. Digits, `#` and `*` are
 * emoji to Unicode, but not to VADER.
 */
const EMOJI = /(?![0-9#*])(?!\p{Regional_Indicator})\p{Emoji}/gu;

/**
 * The text with each emoji spelt out: its English name after a space, unless there is a space before it
 * already. Characters right after an emoji are joined to its name, as in the authors' program.
 */
export function spellOutEmoji(text: string): string {
  if (!PERHAPS_EMOJI.test(text)) return text;
  return text.replace(EMOJI, (emoji, at: number) => {
    const spaced = at === 0 || text[at - 1] === ' ';
    return `${spaced ? '' : ' '}${NAMES.get(emoji) ?? OTHER}`;
  });
}
