import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createMemoryTokens } from '../../../simulator/world/tokens.memory.ts';
import { createSqliteTokens } from '../../../simulator/world/tokens.sqlite.ts';

describe.each([
  ['SQLite', () => createSqliteTokens(new DatabaseSync(':memory:'))],
  ['memory', createMemoryTokens],
])('task tokens in %s', (_name, open) => {
  it('are kept by step, each once, in order', async () => {
    const tokens = open();
    for (const token of ['b', 'a', 'b']) await tokens.put('e1', 'listen', token);
    await tokens.put('e1', 'send', 'c');
    await tokens.put('e2', 'listen', 'd');
    expect(await tokens.list('e1', 'listen')).toEqual(['a', 'b']);
    expect(await tokens.list('e1', 'wait')).toEqual([]);
  });
});

describe('task tokens in memory', () => {
  it('are forgotten one by one', async () => {
    const tokens = createMemoryTokens();
    await tokens.put('e1', 'listen', 'a');
    await tokens.put('e1', 'listen', 'b');
    tokens.forget('a');
    tokens.forget('unknown');
    expect(await tokens.list('e1', 'listen')).toEqual(['b']);
  });
});
