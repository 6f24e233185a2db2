import { expect, it, vi } from 'vitest';
import { memoizeAsync } from '../../../../functions/shared/handler/memoize-async.ts';

it('many who want to know ask once; a failure is asked again', async () => {
  const ask = vi
    .fn()
    .mockRejectedValueOnce(new Error('throttled'))
    .mockResolvedValueOnce('key')
    .mockResolvedValue('another key');
  const readKey = memoizeAsync<string>(ask);
  await expect(Promise.all([readKey(), readKey()])).rejects.toThrow('throttled');
  expect(await Promise.all([readKey(), readKey()])).toEqual(['key', 'key']);
});
