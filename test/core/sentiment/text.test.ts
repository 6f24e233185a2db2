import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmbeddedSentiment, readText } from '../../../core/sentiment/text.embedded.ts';

describe('the mood of a text', () => {
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

  it('reads faces, also alone', () => {
    expect(readText('😡').mood).toBe('negative');
    expect(readText('My order 🙁🏽').value).toBeLessThan(0);
    expect(readText('Got it :-)').value).toBeGreaterThan(readText('Got it').value);
    expect(readText('😍😍').mood).toBe('positive');
    expect(readText('see section 4:3)').mood).toBe('neutral');
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
