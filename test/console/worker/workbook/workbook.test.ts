import { describe, expect, it } from 'vitest';
import type { AskWorker } from '../../../../console/worker/client.ts';
import { createEngine } from '../../../../console/worker/engine.ts';
import { createWorkbook } from '../../../../console/worker/workbook/workbook.ts';
import { ApiProblem, type Client } from '../../../../functions/api/contract/client.ts';
import type { DraftFiles } from '../../../../functions/api/contract/drafts.ts';
import { SHIPPED } from '../files.ts';

const PATH = 'journeys/onboarding.yaml';

/** The draft of a stage: compare-and-set, as the API does it. */
const stage = () => {
  const texts: Record<string, string> = { ...SHIPPED };
  const numbers: Record<string, number> = {};
  const etagOf = (path: string) => `${path} ${numbers[path] ?? 0}`;
  const refuse = (status: number, more: object = {}) => {
    throw new ApiProblem({ type: 'about:blank', title: 'No', status, detail: 'No.', ...more });
  };
  const answers: Record<string, (request: never) => unknown> = {
    listDraftFiles: ({ query }: { query: { texts?: 'yes' } }) => ({
      published: 3,
      items: Object.entries(texts).map(([path, text]) => ({
        path,
        etag: etagOf(path),
        isOvertaken: false,
        change: 'same',
        ...(query.texts && { text }),
      })),
    }),
    readDraftFile: ({ params: { path } }: { params: { path: string } }) => {
      if (texts[path] === undefined) refuse(404);
      return { path, text: texts[path], etag: etagOf(path) };
    },
    deleteDraftFile: ({ params: { path }, headers }: { params: { path: string }; headers: Record<string, string> }) => {
      if (headers['if-match'] !== etagOf(path)) refuse(412);
      delete texts[path];
    },
    diffVersion: () => ({
      files: Object.entries(texts).map(([path, after]) => ({ path, before: SHIPPED[path], after })),
    }),
    writeDraftFile: ({
      params: { path },
      headers,
      body,
    }: {
      params: { path: string };
      headers: Record<string, string>;
      body: { text: string };
    }) => {
      const there = texts[path] === undefined ? undefined : etagOf(path);
      const isFree = headers['if-none-match'] === '*' ? there === undefined : headers['if-match'] === there;
      if (!isFree) refuse(412, { changedBy: 'Grace' });
      texts[path] = body.text;
      numbers[path] = (numbers[path] ?? 0) + 1;
      return { path, etag: etagOf(path) };
    },
  };
  const client = (async (name: string, request: never) => answers[name]?.(request)) as unknown as Client;
  const saveAs = (path: string, text: string) => {
    texts[path] = text;
    numbers[path] = (numbers[path] ?? 0) + 1;
  };
  /** As the API does it: what is published has other etags than what was drafted, and the same texts. */
  const publish = () => {
    for (const [path, text] of Object.entries(texts)) saveAs(path, text);
  };
  return { client, texts, saveAs, publish };
};

const shelf = () => {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
};

const withoutTexts = ({ items, ...rest }: DraftFiles): DraftFiles => ({
  ...rest,
  items: items.map(({ text: _, ...item }) => item),
});

const open = async (options: Partial<Parameters<typeof createWorkbook>[0]> = {}) => {
  const engine = createEngine();
  const ask = (async (kind: keyof typeof engine, request: never) => engine[kind](request)) as unknown as AskWorker;
  const own = stage();
  let clock = 0;
  const pass = (by: number) => {
    clock += by;
  };
  const workbook = createWorkbook({ client: own.client, ask, shelf: shelf(), now: () => clock, pause: 0, ...options });
  await workbook.load();
  const text = () => workbook.state().sheets[PATH]?.history.text ?? '';
  return { workbook, text, ...own, pass };
};

describe('a workbook', () => {
  it('edits, takes back and makes again what forms, canvas and typing did, in one order', async () => {
    const { workbook, text, pass } = await open();
    const begin = text();
    await workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Hello' });
    pass(5000);
    workbook.type(PATH, text().replace('Hello', 'Hello y'));
    pass(100);
    workbook.type(PATH, text().replace('Hello y', 'Hello you'));
    expect(text()).toContain('title: Hello you\n');
    workbook.undo(PATH);
    expect(text()).toContain('title: Hello\n');
    workbook.undo(PATH);
    expect(text()).toBe(begin);
    workbook.redo(PATH);
    workbook.redo(PATH);
    expect(text()).toContain('title: Hello you\n');
  });

  it('reads all files by one request, and by one each only where they come without their texts', async () => {
    const names: string[] = [];
    const countCalls = (own: Client): Client =>
      ((name: string, request: never) => {
        names.push(name);
        return own(name as never, request);
      }) as unknown as Client;
    const { workbook, texts } = await open({ client: countCalls(stage().client) });
    expect(names).toEqual(['listDraftFiles']);
    expect(workbook.files()).toEqual(texts);
    const bare = (async (name: string, request: never) => {
      const answer = await stage().client(name as never, request);
      return name === 'listDraftFiles' ? withoutTexts(answer as never) : answer;
    }) as unknown as Client;
    const other = await open({ client: countCalls(bare) });
    expect(names.filter((name) => name === 'readDraftFile').length).toBe(Object.keys(texts).length);
    expect(other.workbook.files()).toEqual(texts);
  });

  it('says why an operation cannot be made, and changes nothing', async () => {
    const { workbook, text } = await open();
    const begin = text();
    expect(await workbook.operate(PATH, { kind: 'remove', path: ['steps', 42] })).toContain('steps.42');
    expect(text()).toBe(begin);
  });

  it('checks while one types, and mends what it finds', async () => {
    const { workbook, text } = await open();
    workbook.type(PATH, text().replace('send: welcome', 'send: welcom'));
    const errors = () => workbook.state().findings.filter(({ isWarning }) => !isWarning);
    await expect.poll(() => errors().length, { timeout: 10_000 }).toBe(1);
    const [finding] = errors();
    if (finding?.fix) workbook.mend(PATH, finding.fix);
    await expect.poll(() => workbook.state().findings.length, { timeout: 10_000 }).toBe(0);
    expect(text()).toBe(SHIPPED[PATH]);
  });

  it('saves what is changed, and nothing of what is not', async () => {
    const { workbook, texts, text } = await open();
    await workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Hello' });
    workbook.create('moments/new.md', '---\nmoment: new\n---\n');
    expect(await workbook.saveAll()).toBe(true);
    expect(texts[PATH]).toBe(text());
    expect(texts['moments/new.md']).toContain('moment: new');
    expect(workbook.state().sheets[PATH]).toMatchObject({ saved: text(), change: 'changed' });
  });

  it('loses nobody’s text where somebody else was first', async () => {
    const { workbook, texts, text, saveAs } = await open();
    await workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine' });
    const theirs = (SHIPPED[PATH] ?? '').replace('title: Onboarding', 'title: Theirs');
    saveAs(PATH, theirs);
    expect(await workbook.save(PATH)).toBe(false);
    expect(workbook.state().sheets[PATH]?.conflict).toMatchObject({ by: 'Grace', theirs });
    expect(text()).toContain('title: Mine');
    workbook.settle(PATH, 'theirs');
    expect(text()).toBe(theirs);
    workbook.undo(PATH);
    expect(text()).toContain('title: Mine');
    expect(await workbook.save(PATH)).toBe(true);
    expect(texts[PATH]).toContain('title: Mine');
  });

  it('takes no text for somebody else’s that is one’s own: after it was published, or where a save was not answered', async () => {
    const { workbook, texts, text, publish, saveAs } = await open();
    publish();
    await workbook.refresh();
    await workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine' });
    expect(await workbook.save(PATH)).toBe(true);
    expect(texts[PATH]).toContain('title: Mine');
    await workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine again' });
    saveAs(PATH, text());
    expect(await workbook.save(PATH)).toBe(true);
    expect(workbook.state().sheets[PATH]?.conflict).toBeUndefined();
  });

  it('says that somebody removed the file, and saves it anew or lets it go', async () => {
    const { workbook, texts, text } = await open();
    await workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine' });
    delete texts[PATH];
    expect(await workbook.save(PATH)).toBe(false);
    expect(workbook.state().sheets[PATH]).toMatchObject({
      isSaving: false,
      conflict: { by: 'Grace', theirs: undefined },
    });
    workbook.settle(PATH, 'mine');
    expect(await workbook.save(PATH)).toBe(true);
    expect(texts[PATH]).toBe(text());
    await workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine again' });
    delete texts[PATH];
    await workbook.save(PATH);
    workbook.settle(PATH, 'theirs');
    expect(workbook.state().sheets[PATH]).toBeUndefined();
  });

  it('can be saved again where it could not be read who was first', async () => {
    const { client, saveAs } = stage();
    let isAway = false;
    const unsteady = (async (name: never, request: never) => {
      if (isAway && name === 'readDraftFile') throw new TypeError('No line.');
      return client(name, request);
    }) as unknown as Client;
    const { workbook } = await open({ client: unsteady });
    await workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine' });
    saveAs(PATH, 'theirs');
    isAway = true;
    expect(await workbook.save(PATH)).toBe(false);
    expect(workbook.state().sheets[PATH]).toMatchObject({ isSaving: false, failure: 'No line.' });
    isAway = false;
    await workbook.save(PATH);
    expect(workbook.state().sheets[PATH]?.conflict?.theirs).toBe('theirs');
  });

  it('loses nothing of one tab where another writes other files', async () => {
    const storage = shelf();
    const { client } = stage();
    const one = await open({ shelf: storage, client });
    const other = await open({ shelf: storage, client });
    await one.workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine' });
    other.workbook.create('scenarios/new.yaml', 'scenario: New\n');
    await other.workbook.save('scenarios/new.yaml');
    const again = await open({ shelf: storage, client });
    expect(again.text()).toContain('title: Mine');
  });

  it('still reads what an earlier console kept, all under one key', async () => {
    const storage = shelf();
    const text = `${SHIPPED[PATH]}# mine\n`;
    storage.setItem(
      'tactful.unsaved',
      JSON.stringify({ [PATH]: { text, etag: `${PATH} 0` }, 'moments/new.md': { text } }),
    );
    const first = await open({ shelf: storage });
    expect(first.text()).toBe(text);
    expect(first.workbook.state().sheets[PATH]?.conflict).toBeUndefined();
    first.workbook.discard(PATH);
    const second = await open({ shelf: storage });
    expect(second.text()).toBe(SHIPPED[PATH]);
    expect(second.workbook.state().sheets['moments/new.md']?.history.text).toBe(text);
  });

  it('says of what was kept that somebody saved or removed the file meanwhile, until one has chosen', async () => {
    const storage = shelf();
    const first = await open({ shelf: storage });
    await first.workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine' });
    first.workbook.create('moments/new.md', 'mine');
    first.publish();
    const conflictOf = async (path: string) => {
      const { workbook } = await open({ shelf: storage, client: first.client });
      return workbook.state().sheets[path]?.conflict;
    };
    expect(await conflictOf(PATH)).toBeUndefined();
    first.saveAs('moments/new.md', 'theirs');
    expect(await conflictOf('moments/new.md')).toMatchObject({ theirs: 'theirs' });
    expect(await conflictOf('moments/new.md')).toMatchObject({ theirs: 'theirs' });
    delete first.texts[PATH];
    expect(await conflictOf(PATH)).toEqual({ theirs: undefined, etag: undefined });
  });

  it('keeps what is not saved when the page is left, and says if somebody saved another meanwhile', async () => {
    const storage = shelf();
    const first = await open({ shelf: storage });
    await first.workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine' });
    first.workbook.create('scenarios/new.yaml', 'scenario: New\n');
    const second = await open({ shelf: storage, client: first.client });
    expect(second.text()).toContain('title: Mine');
    expect(second.workbook.state().sheets[PATH]?.conflict).toBeUndefined();
    expect(second.workbook.state().sheets['scenarios/new.yaml']?.saved).toBeUndefined();
    first.saveAs(PATH, `${SHIPPED[PATH]}# theirs\n`);
    const third = await open({ shelf: storage, client: first.client });
    expect(third.text()).toContain('title: Mine');
    expect(third.workbook.state().sheets[PATH]?.conflict?.theirs).toContain('# theirs');
  });

  it('reads anew what others saved, removed or began, and of what is written here writes nothing over', async () => {
    const { workbook, texts, text, saveAs } = await open();
    const other = 'policy.yaml';
    saveAs(PATH, 'theirs');
    saveAs('moments/new.md', 'new');
    await workbook.operate(other, { kind: 'set', path: ['gap'], value: '30 hours' });
    saveAs(other, 'also theirs');
    const gone = 'journeys/renewal.yaml';
    delete texts[gone];
    await workbook.refresh();
    const { sheets } = workbook.state();
    expect(text()).toBe('theirs');
    expect(sheets['moments/new.md']?.history.text).toBe('new');
    expect(sheets[gone]).toBeUndefined();
    expect(sheets[other]).toMatchObject({ saved: SHIPPED[other], conflict: { theirs: 'also theirs' } });
    expect(sheets[other]?.history.text).toContain('gap: 30 hours');
  });

  it('takes an answer for older than what was saved or typed while it was on its way', async () => {
    const { client, saveAs } = stage();
    const late = Promise.withResolvers<void>();
    let isSlow = false;
    const slow = (async (name: string, request: never) => {
      const answer = await client(name as never, request);
      if (isSlow && name === 'listDraftFiles') await late.promise;
      return answer;
    }) as unknown as Client;
    const { workbook, text } = await open({ client: slow });
    saveAs('policy.yaml', 'theirs');
    isSlow = true;
    const refreshed = workbook.refresh();
    await workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine' });
    await workbook.save(PATH);
    late.resolve();
    await refreshed;
    expect(text()).toContain('title: Mine');
    expect(workbook.state().sheets[PATH]?.conflict).toBeUndefined();
    expect(workbook.files()['policy.yaml']).toBe('theirs');
  });

  it('gives a file up: one that is new goes, saved or not, one that is changed is as it is published', async () => {
    const { workbook, texts, text } = await open();
    const begin = text();
    workbook.create('moments/new.md', 'new');
    await workbook.discard('moments/new.md');
    workbook.create('moments/other.md', 'other');
    await workbook.save('moments/other.md');
    await workbook.discard('moments/other.md');
    expect(Object.keys(workbook.files())).toEqual(Object.keys(SHIPPED));
    expect(texts['moments/other.md']).toBeUndefined();
    await workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine' });
    await workbook.save(PATH);
    await workbook.discard(PATH);
    expect(texts[PATH]).toBe(begin);
    expect(text()).toBe(begin);
  });

  it('gives up only what is written here of a file that somebody else saved or removed meanwhile', async () => {
    const { workbook, texts, text, saveAs } = await open();
    const gone = 'journeys/renewal.yaml';
    for (const path of [PATH, gone]) await workbook.operate(path, { kind: 'set', path: ['title'], value: 'Mine' });
    saveAs(PATH, 'theirs');
    delete texts[gone];
    await workbook.refresh();
    for (const path of [PATH, gone]) await workbook.discard(path);
    expect(text()).toBe('theirs');
    expect(texts[PATH]).toBe('theirs');
    expect(workbook.state().sheets[PATH]?.conflict).toBeUndefined();
    expect(workbook.files()[gone]).toBeUndefined();
  });

  it('says that it could not be read, and reads it again', async () => {
    const { client } = stage();
    let isAway = true;
    const unsteady = (async (name: never, request: never) => {
      if (isAway) throw new TypeError('No line.');
      return client(name, request);
    }) as unknown as Client;
    const { workbook } = await open({ client: unsteady });
    expect(workbook.state()).toMatchObject({ status: 'failed', failure: { message: 'No line.' } });
    isAway = false;
    await workbook.load();
    expect(workbook.state()).toMatchObject({ status: 'ready', published: 3 });
  });
});
