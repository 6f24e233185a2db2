import { expect, it, vi } from 'vitest';
import { memoizeAsync } from '../../../../functions/shared/handler/memoize-async.ts';

it('many who want to know ask once; a failure is asked again', async () => {
  const ask = vi
    .fn()
    .mockRejectedValueOnce(new Error('throttled'))
    .mockResolvedValueOnce('key')
    .mockResolvedValue('another key');
  const known = memoizeAsync<string>(ask);
  await expect(Promise.all([known(), known()])).rejects.toThrow('throttled');
  expect(await Promise.all([known(), known()])).toEqual(['key', 'key']);
});
