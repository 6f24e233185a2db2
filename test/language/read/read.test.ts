import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { EventType } from '../../../language/catalogue/event.ts';
import { Moment } from '../../../language/catalogue/moment.ts';
import { Policy } from '../../../language/catalogue/policy.ts';
import { readTexts, readWorkflows } from '../../../language/read/folder.ts';
import { runs } from '../../support/depth.ts';
import { JOURNEY, MOMENT, problems, read } from './fixture.ts';

describe('reading a workflows folder', () => {
  it('answers definitions that the catalogue takes', () => {
    const { definitions, problems } = read();
    expect(problems).toEqual([]);
    expect(Policy.safeParse(definitions?.policy).success).toBe(true);
    for (const moment of Object.values(definitions?.moments ?? {})) expect(Moment.parse(moment)).toEqual(moment);
    const schema = EventType.omit({ kept: true, awaited: true });
    for (const event of Object.values(definitions?.events ?? {})) expect(schema.parse(event)).toEqual(event);
  });

  it('reads durations as seconds, and gives every step an id', () => {
    const journey = read().definitions?.journeys.onboarding;
    expect(journey?.enter).toEqual({ on: ['customer.signed_up'], again: 7_776_000 });
    expect(journey?.steps).toEqual([
      { kind: 'send', id: 'send-welcome', moment: 'welcome', unsent: [] },
      { kind: 'wait', id: 'wait', seconds: 259_200 },
      { kind: 'send', id: 'send-welcome-2', moment: 'welcome', unsent: [] },
    ]);
  });

  it('knows the events that are built in', () => {
    expect(read().definitions?.events).toMatchObject(BUILT_IN);
  });

  it('lists what each moment uses, with its provenance', () => {
    expect(read().uses).toEqual([
      {
        moment: 'welcome',
        uses: [
          { name: 'customer.firstName', provenance: ['stated'] },
          { name: 'event.at', provenance: ['observed'] },
          { name: 'event.plan', provenance: ['observed'] },
        ],
      },
    ]);
    expect(read().definitions?.moments.welcome?.attributes).toEqual(['firstName']);
  });

  it('reads files from Windows', () => {
    const files = { 'journeys/onboarding.yaml': `\uFEFF${JOURNEY}`, 'moments/welcome.md': MOMENT };
    const windows = Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]);
    expect(read(Object.fromEntries(windows)).definitions).toEqual(read().definitions);
  });

  it('reports the problems of all files at once, in order, and then answers no definitions', () => {
    const { definitions, problems } = read({
      'journeys/onboarding.yaml': JOURNEY.replace('3 days', 'soon').replace('title:', 'titel:'),
      'policy.yaml': 'zone: Mars/Base\n',
    });
    expect(definitions).toBeUndefined();
    expect(problems.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      'journeys/onboarding.yaml:2:1',
      'journeys/onboarding.yaml:9:11',
      'policy.yaml:1:1',
      'policy.yaml:1:1',
      'policy.yaml:1:1',
      'policy.yaml:1:1',
      'policy.yaml:1:7',
    ]);
  });

  it('says which file is missing, and which is read by nobody', () => {
    expect(problems({ 'policy.yaml': null })).toEqual(['policy.yaml:1:1 this file is missing']);
    expect(problems({ 'notes.yaml': 'x' })).toEqual([
      expect.stringMatching(/^notes\.yaml:1:1 nothing reads this file: there is events\.yaml, /),
    ]);
  });

  it.each([
    ['journeys/late.yml', 'journeys/late.yaml'],
    ['journeys/late.YAML', 'journeys/late.yaml'],
    ['journeys/late.yaml.txt', 'journeys/late.yaml'],
    ['journey/late.yaml', 'journeys/late.yaml'],
    ['moments/old/hello.md.txt', 'moments/old/hello.md'],
    ['moments/hello.MD', 'moments/hello.md'],
    ['moments/hello.markdown', 'moments/hello.md'],
    ['Gestures.yaml', 'gestures.yaml'],
    ['event.yml', 'events.yaml'],
  ])('says what to call %s', (path, name) =>
    expect(problems({ [path]: 'x' })).toEqual([`${path}:1:1 nothing reads a file of this name: call it \`${name}\``]),
  );

  it.each([
    ['moments/hello.txt', 'call it `moments/hello.md`'],
    ['moments/hello.fr.txt', 'call it `moments/hello.fr.md`'],
    ['moments/hello.fr', 'call it `moments/hello.fr.md`'],
    ['moments/hello', 'call it `moments/hello.md`'],
    ['moments/hello.docx', 'write its text into `moments/hello.md`'],
    ['journeys/late.json', 'call it `journeys/late.yaml`'],
    ['scenarios/late', 'call it `scenarios/late.yaml`'],
  ])('warns that nothing reads %s', (path, advice) => {
    const { problems, warnings } = read({ [path]: 'x' });
    expect(problems).toEqual([]);
    expect(warnings.filter(({ file }) => file === path).map(({ message }) => message)).toEqual([
      `nothing reads this file: ${advice} if it belongs to the others here`,
    ]);
  });

  it('finds in a folder what was meant to be read, and leaves alone what was not', () => {
    const dir = mkdtempSync(join(tmpdir(), 'tactful-names-'));
    const meant = ['journeys/a.YAML', 'journeys/b.yaml.txt', 'moments/c.MD', 'moments/d.md.txt', 'moments/e.yml'];
    const likely = ['moments/f.docx', 'moments/g', 'moments/note.txt'];
    const left = [
      'README.MD',
      'README',
      'notes.txt',
      'journeys/a.yaml.bak',
      'journeys/a.yaml~',
      'moments/.c.md.swp',
      'moments/LICENSE',
      'moments/picture.png',
    ];
    for (const path of ['journeys', 'moments']) mkdirSync(join(dir, path));
    for (const path of [...meant, ...likely, ...left]) writeFileSync(join(dir, path), Buffer.from([0x50, 0xff]));
    const { problems, warnings } = readWorkflows(dir);
    const filesOf = (all: typeof problems) =>
      all.filter(({ message }) => !/missing|UTF-8/.test(message)).map(({ file }) => relative(dir, file));
    expect(filesOf(problems)).toEqual(meant);
    expect(filesOf(warnings)).toEqual(likely);
    expect(problems.filter(({ message }) => message.includes('UTF-8'))).toEqual([]);
    expect(readTexts(dir).map(({ path }) => path)).toEqual(['moments/e.yml']);
  });

  it('answers a missing folder with a sentence', async () => {
    const { problems, definitions } = readWorkflows('no/such/folder');
    expect(definitions).toBeUndefined();
    expect(problems).toEqual([
      { file: 'no/such/folder', line: 1, column: 1, message: expect.stringContaining('there is no such folder') },
    ]);
  });

  it('never throws, however broken a file is, and points at a place in it', () => {
    const texts = { 'journeys/onboarding.yaml': JOURNEY, 'moments/welcome.md': MOMENT };
    const cut = fc.record({
      path: fc.constantFrom(...(Object.keys(texts) as (keyof typeof texts)[])),
      from: fc.nat(400),
      length: fc.nat(40),
      instead: fc.oneof(
        fc.string({ maxLength: 5 }),
        fc.constantFrom('{', '[', ': ', '\n', '{{', '{%', '"', '---\n', '&a', '*a'),
      ),
    });
    const property = fc.property(cut, ({ path, from, length, instead }) => {
      const text = texts[path].slice(0, from) + instead + texts[path].slice(from + length);
      const { definitions, problems } = read({ [path]: text });
      expect(definitions === undefined).toBe(problems.length > 0);
      for (const { file, line, column } of problems) {
        const lines = (file === path ? text : '').split('\n');
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        if (file === path) expect(line).toBeLessThanOrEqual(lines.length + 1);
      }
    });
    fc.assert(property, { numRuns: runs(150) });
  });
});
