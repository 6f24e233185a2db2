import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../../functions/deliver/copy/render.ts';
import { composeEmail } from '../../../functions/deliver/email/email.ts';
import { createOwnLines } from '../../../functions/intake/our-words.ts';
import { speechIn } from '../../../functions/shared/speech.ts';
import { catalogue as standard } from '../../support/catalogue.ts';

const catalogue = {
  ...standard(),
  pages: {
    de: { 'footer.unsubscribe': 'Abbestellen (alles)' },
    fr: {
      'footer.why': 'Pourquoi ai-je reçu ceci ?',
      'common.preferences': 'Choisir ce que vous recevez',
      'footer.unsubscribe': 'Me désabonner',
      'footer.unsubscribe-from': 'Me désabonner de {topic}',
    },
  },
};
const ownLines = createOwnLines(catalogue);

/** The footer of a letter, line by line, as some programs give it back: nothing says that it is ours. */
const footerIn = (locale: string, called?: string): string => {
  const [moment = ''] = Object.keys(catalogue.moments);
  const names = { event: {}, customer: {}, with: {} };
  const { text } = composeEmail({
    rendered: { ...createRenderer({ catalogue })({ moment, channel: 'email', names, zone: 'UTC' }), because: '' },
    purpose: 'relationship',
    ...(called && { topic: { id: 'tips-of-theirs', called } }),
    links: { preferences: 'https://a.example/p', unsubscribe: 'https://a.example/u', why: 'https://a.example/w' },
    sender: { name: '' },
    speech: () => speechIn(catalogue, locale),
  });
  return text.split('-- \n')[1]!.trim();
};

describe('the footer of a mail of ours in a reply', () => {
  it.each(['en', 'de', 'fr'].flatMap((locale) => [undefined, 'Tips (1+1)'].map((topic) => ({ locale, topic }))))(
    'is nothing that its customer wrote: $locale, $topic',
    ({ locale, topic }) => {
      const footer = footerIn(locale, topic);
      expect(footer.match(/https:/g)).toHaveLength(3);
      for (const quoted of [footer, footer.replaceAll(/:? (https:\S+)/g, ' <$1>'), footer.replaceAll(/^/gm, '| ')])
        expect(ownLines(`It works.\n\n${quoted}`).trim()).toBe('It works.');
    },
  );

  it('is known as it was before a project said it in words of its own, and in English', () => {
    const before = [
      'Why did I get this? https://a.example/w',
      'Choose what you hear from us: https://a.example/p',
      'Unsubscribe: https://a.example/u',
      'Unsubscribe from Product tips: https://a.example/u',
      'Abmelden: https://a.example/u',
    ];
    expect(ownLines(['It works.', ...before].join('\n')).trim()).toBe('It works.');
  });

  it('is not any line with a link, where a project says of it no more than the name of a topic', () => {
    const own = createOwnLines({ ...catalogue, pages: { fr: { 'footer.unsubscribe-from': '{topic}' } } });
    const words = 'It broke, look at https://example.com/picture';
    expect(own(words)).toBe(words);
  });

  it('is their own where no link follows', () => {
    for (const line of ['Abmelden', 'Warum habe ich das bekommen?', 'Unsubscribe', 'Me désabonner'])
      expect(ownLines(line)).toBe(line);
  });
});
