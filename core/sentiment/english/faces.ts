const BY_STRENGTH: Record<string, string> = {
  '-3': '😡 🤬 😠 😤 🤮 🤢 💩 🖕 😭 👿 😾 💔 👎 😩 😫 😖 😣 :(( >:( D:',
  '-2': '😞 😔 😟 😕 🙁 ☹ 😢 😥 😰 😨 😱 🙄 😒 😑 😓 🤦 🤷 😿 😪 😬 🥵 😧 😦 🤯 🥱 ❌ ⚠ 🤡 :( =( :[ :/ :\\ ;( :| -_- -__-',
  2: '🙂 😊 😀 😃 😄 😁 😅 😌 😎 😉 😋 🤗 😺 👌 🙏 ✅ ✨ 💪 🤩 😂 🤣 😆 ☺ 😇 :) =) ;) :] :d =d xd 8) :p ;p :-p ^^ ^_^ :3 :* ;-)',
  3: '😍 🥰 😘 ❤ 💕 💖 💗 💙 💚 💛 🧡 💜 🖤 💯 🎉 🥳 👏 👍 🙌 ⭐ 🌟 🏆 🔥 😻 🤟 <3 :))',
};

const STRENGTHS = new Map(
  Object.entries(BY_STRENGTH).flatMap(([strength, faces]) =>
    faces.split(' ').map((face): [string, number] => [face, Number(strength)]),
  ),
);

/** "🙁🏽" → 🙁, ":-((" → ":((", ":-D" → ":d". */
const normalize = (face: string): string =>
  face
    .replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu, '')
    .replace(/^([<>]?[:;=8x])['’]?[-o^](?=.)/i, '$1')
    .replace(/([()])\1{2,}/g, '$1$1')
    .toLowerCase();

/** What an emoji or emoticon tells of a mood, -3 to 3; 0 for one that tells nothing. */
export const strengthOfFace = (face: string): number => STRENGTHS.get(normalize(face)) ?? 0;
