import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { completing } from '../../../console/features/drafts/completion.ts';
import { suggest } from '../../../console/features/drafts/suggest.ts';
import { jsonSchemas } from '../../../language/read/schemas.ts';

/** What is suggested where `|` stands. */
const at = (schema: string, marked: string) => {
  const root = jsonSchemas()[`${schema}.json`];
  if (!root) throw new Error(`There is no schema ${schema}.`);
  const place = marked.indexOf('|');
  return suggest(root, marked.replace('|', ''), place);
};
const labels = (schema: string, marked: string) => at(schema, marked)?.options.map(({ label }) => label) ?? [];

describe('what is suggested while one types YAML', () => {
  it('is, at the beginning of a line, the words of the file that are not there yet, each with what it says', () => {
    const completion = at('journey', 'journey: a\ntitle: A\npur|');
    expect(completion).toMatchObject({ from: 'journey: a\ntitle: A\n'.length, isKey: true });
    const words = completion?.options.map(({ label }) => label);
    expect(words).toEqual(expect.arrayContaining(['purpose', 'enter', 'steps']));
    expect(words).not.toContain('title');
    expect(completion?.options.find(({ label }) => label === 'purpose')).toMatchObject({
      apply: 'purpose: ',
      info: expect.stringContaining('Why it writes'),
    });
  });

  it('are the words of what one stands in', () => {
    expect(labels('journey', 'journey: a\nenter:\n  on: x\n  |')).toEqual(['when', 'again', 'per']);
    expect(labels('journey', 'journey: a\ngoal:\n  |\nsteps: []')).toEqual(['on', 'where', 'within', 'exit']);
    expect(labels('policy', 'purposes:\n  care:\n    patience: 3 days\n    |')).toContain('whenIncident');
    expect(labels('events', 'order.placed:\n  fields:\n    id: text\n  |')).toEqual(
      expect.arrayContaining(['opens', 'signal', 'customer']),
    );
  });

  it('are, for a new step, those of every kind, and for one that is begun those of its kind', () => {
    expect(labels('journey', 'steps:\n  - wait: 1 day\n  - |')).toEqual(
      expect.arrayContaining(['send', 'task', 'listen', 'give', 'repeat']),
    );
    const ofTask = labels('journey', 'steps:\n  - task: call\n    |');
    expect(ofTask).toEqual(expect.arrayContaining(['within', 'done', 'undone']));
    expect(ofTask).not.toContain('heard');
    const inside =
      'steps:\n  - listen: a.b\n    within: 1 day\n    heard:\n      - send: hello\n        |\n    silent: []';
    expect(labels('journey', inside)).toEqual(expect.arrayContaining(['unless', 'with', 'unsent']));
    expect(labels('journey', inside)).not.toContain('silent');
    expect(labels('journey', 'steps:\n  - choose:\n      - when: true\n        |')).toEqual(['steps']);
    expect(labels('journey', 'steps:\n- send: hello\n  |')).toContain('unless');
  });

  it('are, behind a word, the values that it may have', () => {
    expect(labels('journey', 'purpose: |')).toEqual(['transactional', 'care', 'relationship', 'promotional']);
    expect(labels('moment', 'moment: a\nwhenNegative: s|')).toEqual(['send', 'hold', 'skip']);
    expect(labels('policy', 'purposes:\n  care:\n    ifUnsure: |')).toEqual(['resend', 'drop']);
    expect(labels('journey', 'goal:\n  exit: |')).toEqual(['true', 'false']);
    expect(at('journey', 'steps:\n  - send: hel|')).toEqual({ from: 17, options: [], isKey: false });
  });

  it('is nothing where the schema knows no word', () => {
    expect(at('journey', 'title: Some words |of a title')).toBeUndefined();
    expect(at('journey', 'nothing:\n  |')).toBeUndefined();
  });
});

describe('the completion of the editor', () => {
  const options = (schema: string, marked: string) => {
    const pos = marked.indexOf('|');
    const state = EditorState.create({ doc: marked.replace('|', '') });
    const root = jsonSchemas()[`${schema}.json`];
    const completion = completing(() => ({ schema: root, words: ['welcome'] }))(
      new CompletionContext(state, pos, true),
    );
    return completion?.options.map(({ label }) => label) ?? [];
  };

  it('completes the front matter of a moment, and only names in its text', () => {
    const moment = (front: string, body: string) => `---\nmoment: a\n${front}\n---\nDear you${body}\n`;
    expect(options('moment', moment('pat|', ''))).toContain('patience');
    expect(options('moment', moment('pat|', ''))).not.toContain('welcome');
    expect(options('moment', moment('patience: 1 day', '|'))).toEqual(['welcome']);
  });

  it('names moments beside the values that a word may have', () => {
    expect(options('journey', 'steps:\n  - send: wel|')).toEqual(['welcome']);
    expect(options('journey', 'purpose: c|')).toEqual([
      'transactional',
      'care',
      'relationship',
      'promotional',
      'welcome',
    ]);
  });
});
