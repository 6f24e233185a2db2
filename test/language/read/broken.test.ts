import { describe, expect, it } from 'vitest';
import { decode } from '../../../language/read/decode.ts';
import { readFiles } from '../../../language/read/read.ts';
import { readSoundPart } from '../../../language/read/sound-part.ts';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import { EVENTS, JOURNEY, MOMENT, moment, POLICY, problems } from './fixture.ts';

const SECOND = JOURNEY.replace('journey: onboarding', 'journey: second').replaceAll('send: welcome', 'send: hello');

/** What can run of two journeys with a moment each, when some files are these. */
const soundPart = (files: Record<string, string>) => {
  const all = {
    'events.yaml': EVENTS,
    'policy.yaml': POLICY,
    'journeys/onboarding.yaml': JOURNEY,
    'journeys/second.yaml': SECOND,
    'moments/welcome.md': MOMENT,
    ...moment('hello'),
    ...files,
  };
  const { definitions, leftOut, problems } = readSoundPart(Object.entries(all).map(([path, text]) => ({ path, text })));
  return {
    journeys: Object.keys(definitions?.journeys ?? {}),
    moments: Object.keys(definitions?.moments ?? {}),
    leftOut: leftOut.map(({ name }) => name),
    problems: problems.map(formatProblem),
  };
};

describe('a folder of which a file is broken', () => {
  it('runs without it, and without what needs it', () => {
    const sound = soundPart({ 'moments/welcome.md': MOMENT.replace('event.plan', 'event.pln') });
    expect(sound).toMatchObject({ journeys: ['second'], moments: ['hello'] });
    expect(sound.leftOut).toEqual(['moments/welcome.md', 'journeys/onboarding.yaml']);
    expect(sound.problems).toEqual([expect.stringContaining('moments/welcome.md:9:17 unknown `event.pln`')]);
  });

  it('runs without another language of a moment, and with the moment', () => {
    const sound = soundPart({ 'moments/welcome.fr.md': 'Bonjour' });
    expect(sound).toMatchObject({ journeys: ['onboarding', 'second'], leftOut: ['moments/welcome.fr.md'] });
  });

  it('runs without an event, and without what needs it', () => {
    const renewal = SECOND.replace('journey: second', 'journey: third').replace('customer.signed_up', 'renewal.due');
    const events = EVENTS.replace('renewsAt: date', 'renewsAt: dote');
    const sound = soundPart({ 'journeys/third.yaml': renewal, 'events.yaml': events });
    expect(sound.journeys).toEqual(['onboarding', 'second']);
    expect(sound.leftOut).toEqual(['events.yaml: renewal.due', 'journeys/third.yaml']);
  });

  it('is whole where nothing is broken, and nothing where the policy is', () => {
    expect(soundPart({})).toMatchObject({ journeys: ['onboarding', 'second'], leftOut: [], problems: [] });
    const sound = soundPart({ 'policy.yaml': POLICY.replace('zone: Europe/London', 'zone: Mars') });
    expect(sound).toMatchObject({ journeys: [], leftOut: [] });
    expect(sound.problems).toEqual([expect.stringContaining('policy.yaml:1:7')]);
  });
});

describe('what a merge left', () => {
  it('is a problem by itself, in whatever file', () => {
    const body = 'Hello.\n<<<<<<< HEAD\nYours {{ event.pln }}\n=======\nOurs\n>>>>>>> other';
    expect(problems({ 'moments/welcome.md': MOMENT.replace('Your plan is {{ event.plan }}.', body) })).toEqual([
      expect.stringContaining('moments/welcome.md:10:1 `<<<<<<<` is left of a merge'),
      expect.stringContaining('moments/welcome.md:12:1 `=======`'),
      expect.stringContaining('moments/welcome.md:14:1 `>>>>>>>`'),
    ]);
    const journey = `<<<<<<< HEAD\n${JOURNEY}=======\n>>>>>>> other\n`;
    expect(problems({ 'journeys/onboarding.yaml': journey })).toHaveLength(3);
  });

  it('is no heading of Markdown', () => {
    expect(problems({ 'moments/welcome.md': MOMENT.replace('Your', 'Title\n=======\nYour') })).toEqual([]);
  });
});

describe('a file that is not UTF-8', () => {
  const bytes = (text: string, encoding: BufferEncoding) => decode('moments/a.md', Buffer.from(text, encoding));

  it('says where it stops to be, and is read as Latin-1', () => {
    expect(bytes('Caf\né über', 'latin1')).toEqual({
      path: 'moments/a.md',
      text: 'Caf\né über',
      problem: { file: 'moments/a.md', line: 2, column: 1, message: expect.stringContaining('save it as UTF-8') },
    });
    expect(bytes('Grüße — schön, für alle', 'latin1').problem).toMatchObject({ line: 1, column: 3 });
    const late = decode('a.md', Buffer.concat([Buffer.from('Grüße\nschön ', 'utf8'), Buffer.from([0xe9])]));
    expect(late.problem).toMatchObject({ line: 2, column: 7, message: expect.stringContaining('`é`') });
  });

  it('is also one in UTF-16; one in UTF-8 has no problem', () => {
    expect(bytes('\uFEFFGrüße', 'utf16le')).toMatchObject({ text: 'Grüße', problem: { line: 1, column: 1 } });
    for (const text of ['', 'Grüße 😀', '\uFEFFa']) expect(bytes(text, 'utf8').problem).toBeUndefined();
  });

  it('is a problem of the whole check', () => {
    const { problem, ...file } = bytes('é', 'latin1');
    expect(readFiles([file], [problem!]).problems.map(formatProblem)).toContainEqual(
      expect.stringContaining('moments/a.md:1:1 this file is not UTF-8'),
    );
  });
});
