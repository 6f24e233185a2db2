import { describe, expect, it } from 'vitest';
import { readText } from '../../../core/sentiment/text.embedded.ts';
import { all, moods } from './moods.ts';

describe('the mood of a complaint, of praise and of neither', () => {
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
});
