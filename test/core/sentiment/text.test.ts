import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmbeddedSentiment, readText } from '../../../core/sentiment/text.embedded.ts';
import { READ_LANGUAGES } from '../../../language/catalogue/languages.ts';

const moods = (texts: string[]) => Object.fromEntries(texts.map((text) => [text, readText(text).mood]));
const all = (texts: string[], mood: string) => Object.fromEntries(texts.map((text) => [text, mood]));

describe('the mood of a text', () => {
  it('hears how a service fails, in words that are harmless alone', () => {
    const texts = [
      'Still waiting.',
      'On hold for two hours',
      'This is the third time I write',
      'cancelled again',
      'I was charged twice',
      'no reply',
      'It is not working',
      'I want a refund',
    ];
    expect(moods(texts)).toEqual(all(texts, 'negative'));
  });

  it('turns what is negated', () => {
    expect(readText('I am not happy').mood).toBe('negative');
    expect(readText("I wouldn't recommend it").mood).toBe('negative');
    expect(readText('Never had any problems').mood).toBe('positive');
    expect(readText('Not bad').value).toBeGreaterThan(0);
    expect(readText('No, it works great').mood).toBe('positive');
  });

  it('feels more where it is said more strongly', () => {
    const rising = ['It is bad', 'It is very bad', 'It is VERY BAD', 'It is VERY BAD!!!'].map(
      (text) => readText(text).value,
    );
    expect(rising).toEqual(rising.toSorted((one, two) => two - one));
    // Near -0.6 little is left to add.
    expect(new Set(rising.slice(0, 3)).size).toBe(3);
    expect(readText('slightly annoying').value).toBeGreaterThan(readText('annoying').value);
  });

  it('goes by what follows a "but", and by what "although" does not concede', () => {
    expect(readText('The agent was nice but my order never arrived').mood).toBe('negative');
    expect(readText('It was slow at first, but now it works perfectly').mood).toBe('positive');
    expect(readText('Although the staff were friendly, nobody solved it').mood).toBe('negative');
    expect(readText('While the guide was charming, half of the tour was missing').mood).toBe('negative');
    expect(readText('Even though the first one was broken, the new one is wonderful').mood).toBe('positive');
  });

  it('reads short English of which most words are in other languages, too', () => {
    expect(readText('The service is bad').mood).toBe('negative');
    expect(readText('Our hotel was super').mood).toBe('positive');
  });

  it('hears praise that is not meant', () => {
    const texts = [
      'Great, cancelled again.',
      'Oh wonderful. Another outage.',
      'Thanks for nothing',
      'Love being on hold for an hour',
      'Nice job 🙄',
    ];
    expect(moods(texts)).toEqual(all(texts, 'negative'));
  });

  it('reads faces, also alone', () => {
    expect(readText('😡').mood).toBe('negative');
    expect(readText('My order 🙁🏽').value).toBeLessThan(0);
    expect(readText('Got it :-)').value).toBeGreaterThan(readText('Got it').value);
    expect(readText('😍😍').mood).toBe('positive');
    expect(readText('see section 4:3)').mood).toBe('neutral');
  });

  it('takes a question about refunds, errors or cancelling for a question', () => {
    const texts = [
      'How do I get a refund?',
      'Can I cancel my order?',
      'What does error 12 mean?',
      'What if my payment fails?',
    ];
    expect(moods(texts)).toEqual(all(texts, 'neutral'));
  });

  it('does not take manners for a good mood', () => {
    expect(readText('Hi, thanks for your help so far. It is still not working. Kind regards').value).toBeLessThan(0);
    expect(readText('Dear support team, I would like to add a user. Thanks in advance').mood).toBe('neutral');
  });

  it('leaves out quoted replies, headers and signatures', () => {
    const reply = 'Yes, Tuesday suits me.';
    const quoted = [
      '> this is terrible',
      'On Mon, 2 Mar 2026 at 10:00, Ada wrote:\nYour service is horrible',
      '--\nAngry Birds Ltd, worst offers in town',
    ];
    for (const tail of [...quoted, 'Best regards,\nGrace Great', '-----Original Message-----\nawful'])
      expect(readText(`${reply}\n\n${tail}`)).toEqual(readText(reply));
  });

  it('answers unknown, and no guess, for another language or no words', () => {
    const texts = [
      'サポート problem 最悪 返事 ない refund',
      'サービスが最悪です',
      'Ужасный сервис, никто не отвечает',
      'خدمة سيئة جدا',
      '',
      '  \n 4471-220 ',
    ];
    for (const text of texts) expect(readText(text)).toMatchObject({ mood: 'unknown', value: 0 });
  });

  it('reads the languages that it has a model of, and guesses nothing of the others', () => {
    const texts = {
      de: 'Das ist eine Katastrophe, ich warte seit drei Wochen auf mein Geld 😡',
      fr: 'Votre service est une honte, trois semaines que personne ne répond',
      es: 'El servicio es terrible y nadie contesta',
      it: 'Il servizio è pessimo, non funziona niente',
      pt: 'Serviço horrível, não recomendo a ninguém',
      nl: 'Waardeloos, ik wacht al drie weken op een antwoord',
    };
    for (const [language, text] of Object.entries(texts)) {
      const isRead = READ_LANGUAGES.some((read) => read === language);
      expect(readText(text)).toMatchObject(isRead ? { mood: 'negative', language } : { mood: 'unknown', value: 0 });
    }
  });

  it('knows a language from a few words, and takes none for English that only shares words with it', () => {
    const others = [
      'Service katastrophal',
      'Missä pakettini on, tämä on kamalaa',
      'A csomagom még mindig nem érkezett meg, ez a szolgáltatás borzalmas',
      'Siparişim hala gelmedi, rezalet',
      'Unde este coletul meu',
      'Gdzie jest moja paczka',
      'Mitt paket har inte kommit',
      'Min ordre er forsinket',
      'Paket saya belum sampai, sangat kecewa',
      'order cancelled por favor',
    ];
    expect(moods(others)).toEqual(all(others, 'unknown'));
    const english = [
      'Unusable',
      'Terrible!',
      'Excellent service',
      'slow website',
      'late refund',
      'Spot on.',
      'Parcel missing',
      'excellent app',
      'Great pizza',
      'awful burger',
      'Is currency exchange possible?',
      'pending transaction?',
    ];
    expect(Object.values(moods(english))).not.toContain('unknown');
  });

  it('hears a complaint that has no bad word, and quotes it', () => {
    expect(readText('The quote was 450. The invoice is 780. You told us on the day.')).toMatchObject({
      mood: 'negative',
    });
    expect(
      readText('I keep paying, you keep not delivering, and your colleague said it is my own doing.').because,
    ).toMatch(/^wrote “.+”, which reads as negative$/);
  });

  it('takes a problem told calmly with a request for a request', () => {
    const texts = [
      'I lost my card yesterday, please block it and send a new one.',
      'No rush, but could you check when my parcel will arrive?',
      'I hate to bother you, but where do I find my customer number?',
      'Just waiting for my parcel, will let you know when it arrives.',
      'Not urgent, but could you resend the invoice?',
    ];
    expect(moods(texts)).toEqual(all(texts, 'neutral'));
  });

  it('takes no praise for a complaint because of words that complaints have too', () => {
    const texts = [
      'Thanks for making this so easy!',
      'Thanks for getting back to me so fast',
      'I come back again and again',
      '5 stars for the staff',
      'Despite the rain the tour was lovely',
      'No problems at all',
      'It was hard at first but now I love it',
      'Hard to beat',
      'Even though it rained we had fun',
      '10/10 would buy again',
    ];
    expect(moods(texts)).toEqual(all(texts, 'positive'));
    const unharmed = [
      'You are killing it',
      'I did not even have to wait',
      'You need to try the cake',
      'I had to smile',
    ];
    expect(Object.values(moods(unharmed))).not.toContain('negative');
  });

  it('knows who will not come back', () => {
    const texts = [
      "We won't be going back",
      'Overrated',
      'Tasteless',
      'The soup was tasteless and the place is overrated.',
      'Spend your money elsewhere',
      '1 star',
    ];
    expect(moods(texts)).toEqual(all(texts, 'negative'));
  });

  it('takes plain news for no mood, and hears a complaint that is as plain', () => {
    const news = [
      'My parcel arrived today.',
      'My wedding is on Saturday.',
      'My birthday is on Monday.',
      'The router is in the hallway.',
      'Das Paket ist heute angekommen.',
      'Ich arbeite freitags zu Hause.',
    ];
    const complaints = [
      'Nobody came.',
      'You charged me twice.',
      'Tasteless',
      'Underwhelming',
      'Der Techniker kam wieder nicht.',
    ];
    expect(moods(news)).toEqual(all(news, 'neutral'));
    expect(moods(complaints)).toEqual(all(complaints, 'negative'));
  });

  it('takes a topic for no mood', () => {
    const texts = [
      'My refund is not showing up in the app',
      'What is the latest version?',
      'I am waiting for the bus, where does it stop?',
      'Why do you ask for my date of birth?',
      'Why was my top-up declined?',
    ];
    expect(moods(texts)).toEqual(all(texts, 'neutral'));
  });

  it('goes by what comes last, and does not add up a long text', () => {
    const bad = 'The first router was broken and I had to wait for a new one.';
    const good = 'In the end your technician came and now everything works perfectly, thank you!';
    expect(readText(`${bad} ${good}`).value).toBeGreaterThan(readText(`${good} ${bad}`).value);
    const story = 'We went there on Monday and then on Tuesday we had breakfast on the terrace with my sister. ';
    expect(readText(`${story.repeat(12)}It was a lovely week.`).mood).not.toBe('negative');
  });

  it('calls strong what is furious, and a mild complaint not', () => {
    const furious = [
      'This is an absolute disgrace, you are thieves and liars!!! Worst company ever.',
      'Disgusting service, I have never been so angry in my life. Shame on you!',
    ];
    const mild = [
      'The parcel came a day late, a bit annoying.',
      'I am a little disappointed with the colour.',
      'Still waiting.',
      'The room was nice but a bit noisy.',
    ];
    for (const text of furious) expect(readText(text).value).toBeLessThanOrEqual(-0.6);
    for (const text of mild) expect(readText(text).value).toBeGreaterThan(-0.6);
  });

  it('names the words that decided it', () => {
    expect(readText('I have been waiting for ages and was charged twice').because).toBe(
      'wrote “waiting for ages” and “charged twice”, which reads as negative',
    );
    expect(readText('It is not good').because).toContain('“not good”');
  });

  it('gives a value from -1 to 1 that fits its mood, for any text, the same each time', async () => {
    const words = fc
      .array(
        fc.constantFrom(
          'not',
          'good',
          'terrible',
          'but',
          'waiting',
          'thanks',
          '!!',
          '😡',
          'If',
          'why',
          ',',
          '\n',
          '>',
          '"',
        ),
      )
      .map((some) => some.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), words), async (text) => {
        const { mood, value } = await createEmbeddedSentiment().read(text);
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        if (mood === 'negative') expect(value).toBeLessThan(0);
        if (mood === 'positive') expect(value).toBeGreaterThan(0);
        if (mood === 'unknown') expect(value).toBe(0);
        expect(readText(text)).toMatchObject({ mood, value });
      }),
    );
  });

  it('reads only the beginning of a very long text', () => {
    const long = `It is fine. ${'I see. '.repeat(700)}`;
    expect(readText(`${long} terrible terrible terrible`)).toEqual(readText(long));
  });
});
