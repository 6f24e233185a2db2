import { expect, it } from 'vitest';
import { keepLatest } from '../../../language/read/keep-latest.ts';

const folder = (text: string) => [
  { path: 'policy.yaml', text: 'zone: UTC' },
  { path: 'events.yaml', text },
];

/** A reader, and which folders it worked out. */
const reader = () => {
  const worked: string[] = [];
  const read = keepLatest((files) => {
    worked.push(files.map(({ path, text }) => `${path} ${text}`).join());
    return { texts: files.map(({ text }) => text), newest: new Map(files.map(({ path, text }) => [path, text])) };
  });
  return { read, worked };
};

it('a folder none of whose files changed is worked out once, whatever was read between', () => {
  const { read, worked } = reader();
  for (const text of ['a', 'b', 'a', 'c', 'b', 'a']) expect(read(folder(text)).texts).toEqual(['zone: UTC', text]);
  expect(worked).toHaveLength(3);
});

it('a file that has another name, another text, or is gone or new is noticed', () => {
  const { read, worked } = reader();
  const [policy, events] = folder('a') as [{ path: string; text: string }, { path: string; text: string }];
  const folders = [
    [policy, events],
    [policy],
    [policy, { ...events, path: 'a.md' }],
    [policy, { ...events, text: '' }],
  ];
  for (const files of folders) expect(read(files).newest).toEqual(new Map(files.map(({ path, text }) => [path, text])));
  expect(worked).toHaveLength(folders.length);
});

it('what was read is a copy: whoever writes into it changes nobody else’s', () => {
  const { read } = reader();
  for (const _ of [1, 2]) {
    const { texts, newest } = read(folder('a'));
    expect({ texts, newest: newest.size }).toEqual({ texts: ['zone: UTC', 'a'], newest: 2 });
    texts.push('more');
    newest.clear();
  }
});

it('a folder that was not asked for lately is worked out again', () => {
  const { read, worked } = reader();
  for (const text of ['a', 'b', 'c', 'd', 'e', 'a']) read(folder(text));
  expect(worked).toHaveLength(6);
});

it('files that their reader later changes are not taken for those that were read', () => {
  const { read } = reader();
  const files = folder('a');
  read(files);
  files.push({ path: 'gestures.yaml', text: 'b' });
  expect(read(files).texts).toEqual(['zone: UTC', 'a', 'b']);
});
