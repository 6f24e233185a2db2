import { renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { usePlay } from '../../../console/features/drafts/use-play.ts';
import type { PlayRequest } from '../../../console/worker/play.ts';
import type { Workbook } from '../../../console/worker/workbook/workbook.ts';

it('says why nothing is played, where what plays could not be loaded', async () => {
  const broken = async () => {
    throw new Error('The program did not come.');
  };
  const workbook = { ask: broken, files: () => ({}) } as unknown as Workbook;
  const request = {} as PlayRequest;
  const { result } = renderHook(() => usePlay(workbook, request, 'one'));
  await waitFor(() => expect(result.current.refused).toBe('The program did not come.'));
  expect(result.current.isPlaying).toBe(false);
});
