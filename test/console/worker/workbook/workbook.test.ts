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
  const answers: Record<string, (asked: never) => unknown> = {
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
    readDraftFile: ({ params: { path } }: { params: { path: string } }) => ({
      path,
      text: texts[path],
      etag: etagOf(path),
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
      const isFree =
        headers['if-none-match'] === '*' ? texts[path] === undefined : headers['if-match'] === etagOf(path);
      if (!isFree) refuse(412, { changedBy: 'Grace' });
      texts[path] = body.text;
      numbers[path] = (numbers[path] ?? 0) + 1;
      return { path, etag: etagOf(path) };
    },
  };
  const client = (async (name: string, asked: never) => answers[name]?.(asked)) as unknown as Client;
  const saveAs = (path: string, text: string) => {
    texts[path] = text;
    numbers[path] = (numbers[path] ?? 0) + 1;
  };
  return { client, texts, saveAs };
};

const shelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

const withoutTexts = ({ items, ...rest }: DraftFiles): DraftFiles => ({
  ...rest,
  items: items.map(({ text: _, ...item }) => item),
});

const open = async (given: Partial<Parameters<typeof createWorkbook>[0]> = {}) => {
  const engine = createEngine();
  const ask = (async (kind: keyof typeof engine, asked: never) => engine[kind](asked)) as unknown as AskWorker;
  const own = stage();
  let clock = 0;
  const pass = (by: number) => {
    clock += by;
  };
  const workbook = createWorkbook({ client: own.client, ask, shelf: shelf(), now: () => clock, pause: 0, ...given });
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
    const asked: string[] = [];
    const counted = (own: Client): Client =>
      ((name: string, given: never) => {
        asked.push(name);
        return own(name as never, given);
      }) as unknown as Client;
    const { workbook, texts } = await open({ client: counted(stage().client) });
    expect(asked).toEqual(['listDraftFiles']);
    expect(workbook.files()).toEqual(texts);
    const bare = (async (name: string, given: never) => {
      const answer = await stage().client(name as never, given);
      return name === 'listDraftFiles' ? withoutTexts(answer as never) : answer;
    }) as unknown as Client;
    const other = await open({ client: counted(bare) });
    expect(asked.filter((name) => name === 'readDraftFile').length).toBe(Object.keys(texts).length);
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

  it('keeps what is not saved when the page is left, and says if somebody saved another meanwhile', async () => {
    const kept = shelf();
    const first = await open({ shelf: kept });
    await first.workbook.operate(PATH, { kind: 'set', path: ['title'], value: 'Mine' });
    first.workbook.create('scenarios/new.yaml', 'scenario: New\n');
    const second = await open({ shelf: kept, client: first.client });
    expect(second.text()).toContain('title: Mine');
    expect(second.workbook.state().sheets[PATH]?.conflict).toBeUndefined();
    expect(second.workbook.state().sheets['scenarios/new.yaml']?.saved).toBeUndefined();
    first.saveAs(PATH, `${SHIPPED[PATH]}# theirs\n`);
    const third = await open({ shelf: kept, client: first.client });
    expect(third.text()).toContain('title: Mine');
    expect(third.workbook.state().sheets[PATH]?.conflict?.theirs).toContain('# theirs');
  });

  it('says that it could not be read, and reads it again', async () => {
    const { client } = stage();
    let isAway = true;
    const unsteady = (async (name: never, asked: never) => {
      if (isAway) throw new TypeError('No line.');
      return client(name, asked);
    }) as unknown as Client;
    const { workbook } = await open({ client: unsteady });
    expect(workbook.state()).toMatchObject({ status: 'failed', failure: { message: 'No line.' } });
    isAway = false;
    await workbook.load();
    expect(workbook.state()).toMatchObject({ status: 'ready', published: 3 });
  });
});
