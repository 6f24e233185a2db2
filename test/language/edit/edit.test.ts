import { describe, expect, it } from 'vitest';
import { edit } from '../../../language/edit/edit.ts';
import { momentParts } from '../../../language/edit/moment.ts';
import { EditRefused, type Operation } from '../../../language/edit/operation.ts';

const journey = (text: string, operation: Operation) => edit({ path: 'journeys/a.yaml', text }, operation);
const moment = (text: string, operation: Operation) => edit({ path: 'moments/a.md', text }, operation);

describe('a field', () => {
  it.each<[string, string, Operation, string]>([
    [
      'keeps its quotes and the comment behind it',
      'from: "21:00"  # night\n',
      { kind: 'set', path: ['from'], value: '22:00' },
      'from: "22:00"  # night\n',
    ],
    [
      'is changed inside brackets',
      'a: { b: 1, c: x }  # why\n',
      { kind: 'set', path: ['a', 'c'], value: 'y, z' },
      'a: { b: 1, c: "y, z" }  # why\n',
    ],
    ['is added inside brackets', 'a: { b: 1 }\n', { kind: 'set', path: ['a', 'c'], value: 'y' }, 'a: { b: 1, c: y }\n'],
    [
      'is added where readers look for it',
      'send: a\nunsent: []\n',
      { kind: 'set', path: ['id'], value: 'b' },
      'send: a\nid: b\nunsent: []\n',
    ],
    [
      'brings what holds it',
      'purposes:\n  care: { cap: 1 per 7 days }\n',
      { kind: 'set', path: ['quietHours', 'from'], value: '21:00' },
      'purposes:\n  care: { cap: 1 per 7 days }\nquietHours: { from: 21:00 }\n',
    ],
    [
      'replaces what was written over several lines',
      'wait:\n  until: event.at # c\nid: b\n',
      { kind: 'set', path: ['wait'], value: '3 days' },
      'wait: 3 days\nid: b\n',
    ],
    [
      'is taken away with its comma',
      'a: { b: 1, c: 2, d: 3 }\n',
      { kind: 'unset', path: ['a', 'c'] },
      'a: { b: 1, d: 3 }\n',
    ],
    ['is taken away with its lines', 'a: 1\nb:\n  - c\n  - d\ne: 2\n', { kind: 'unset', path: ['b'] }, 'a: 1\ne: 2\n'],
    [
      'is taken away from behind a dash',
      'l:\n  - a: 1\n    b: 2\n',
      { kind: 'unset', path: ['l', 0, 'a'] },
      'l:\n  - b: 2\n',
    ],
    ['has a value of its own in a list', 'l: [ a, b ]\n', { kind: 'set', path: ['l', 1], value: 'c' }, 'l: [ a, c ]\n'],
    [
      'is written in a file with the line ends of Windows',
      'a: 1\r\nb: 2\r\n',
      { kind: 'set', path: ['c'], value: 3 },
      'a: 1\r\nb: 2\r\nc: 3\r\n',
    ],
    ['is written in a file that does not end its last line', 'a: 1', { kind: 'set', path: ['a'], value: 2 }, 'a: 2'],
  ])('%s', (_, before, operation, after) => {
    expect(journey(before, operation)).toBe(after);
  });

  it('is not added to broken YAML', () => {
    expect(() => journey('a: [\n', { kind: 'set', path: ['b'], value: 1 })).toThrow(EditRefused);
  });
});

describe('another id', () => {
  const TEXT = 'journey: a\nsteps:\n  - wait: 1 day   # rest\n';
  const first: Operation = { kind: 'rename', path: ['steps', 0], from: 'wait', id: 'rest' };

  it('says from where people go on', () => {
    expect(journey(TEXT, first)).toBe(
      'journey: a\nrenamed: { wait: rest }\nsteps:\n  - wait: 1 day   # rest\n    id: rest\n',
    );
  });

  it('takes along who was renamed before, and forgets a name that is back', () => {
    const once = journey(TEXT, first);
    const twice = journey(once, { kind: 'rename', path: ['steps', 0], from: 'rest', id: 'pause' });
    expect(twice).toContain('renamed: { wait: pause, rest: pause }');
    expect(journey(twice, { kind: 'rename', path: ['steps', 0], from: 'pause', id: 'wait' })).toContain(
      'renamed: { rest: wait, pause: wait }',
    );
  });

  it('of a split is its name', () => {
    const text = 'journey: a\nsteps:\n  - split: a\n    arms: {}\n';
    expect(journey(text, { kind: 'rename', path: ['steps', 0], from: 'a', id: 'b' })).toBe(
      'journey: a\nrenamed: { a: b }\nsteps:\n  - split: b\n    arms: {}\n',
    );
  });
});

const MOMENT = `---
moment: a
channels: [ email, sms ]   # both
because: You asked: {{ event.at | date }}
subject: Hello # {{ customer.firstName }}
---
Dear you,

## Not a channel

more.

## sms

Short.
`;

describe('a moment', () => {
  it('takes a line as it is written', () => {
    const after = moment(MOMENT, { kind: 'set', path: ['subject'], value: 'A: {{ b }} # "c"' });
    expect(after).toBe(MOMENT.replace('Hello # {{ customer.firstName }}', 'A: {{ b }} # "c"'));
  });

  it('has settings, edited as YAML, beside lines that are none', () => {
    const after = moment(MOMENT, { kind: 'set', path: ['patience'], value: '3 days' });
    expect(after).toBe(MOMENT.replace('\n---\nDear', '\npatience: 3 days\n---\nDear'));
    expect(moment(after, { kind: 'unset', path: ['patience'] })).toBe(MOMENT);
  });

  it('has a text, and one for each channel', () => {
    expect(moment(MOMENT, { kind: 'set', path: ['body'], value: 'Hi!' })).toBe(
      MOMENT.replace('Dear you,\n\n## Not a channel\n\nmore.', 'Hi!'),
    );
    expect(moment(MOMENT, { kind: 'set', path: ['sections', 'sms'], value: 'Shorter.' })).toBe(
      MOMENT.replace('Short.', 'Shorter.'),
    );
    expect(moment(MOMENT, { kind: 'unset', path: ['sections', 'sms'] })).toBe(
      MOMENT.replace('\n## sms\n\nShort.\n', ''),
    );
    expect(moment(MOMENT, { kind: 'set', path: ['sections', 'inbox'], value: 'In.' })).toBe(
      `${MOMENT}\n## inbox\n\nIn.\n`,
    );
  });

  it('without front matter is left alone', () => {
    expect(() => moment('Text', { kind: 'set', path: ['subject'], value: 'a' })).toThrow(EditRefused);
  });
});

describe('an item of a list', () => {
  it('that is not there is not set', () => {
    expect(() => journey('l:\n  - a: 1\n', { kind: 'set', path: ['l', 1, 'b'], value: 2 })).toThrow(EditRefused);
  });
});

describe('the parts of a moment', () => {
  it('are its lines, its text and that of each channel, as an edit names them', () => {
    expect(momentParts(MOMENT)).toEqual({
      lines: { because: 'You asked: {{ event.at | date }}', subject: 'Hello # {{ customer.firstName }}' },
      body: 'Dear you,\n\n## Not a channel\n\nmore.',
      sections: { sms: 'Short.' },
      settings: { moment: 'a', channels: ['email', 'sms'] },
    });
    expect(momentParts('no front matter')).toBeUndefined();
  });
});
