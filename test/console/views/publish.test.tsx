import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { draftOfFiles } from '../support/draft-of-files.ts';
import { renderConsole } from '../support/render-console.tsx';

const PATIENT = { timeout: 15_000 };

/** Whoever checks, and has not come to an end. */
class Busy extends EventTarget {
  postMessage(): void {}
}

beforeAll(() => {
  vi.stubGlobal('Worker', Busy);
});

describe('the page of publishing', () => {
  it('says that nothing is wrong, and lets it go out, only once that is checked', async () => {
    const { user } = renderConsole('/publish', draftOfFiles());
    await user.type(await screen.findByLabelText('What changes, and why', {}, PATIENT), 'A note');
    expect(screen.getByText('Checking …')).toBeDefined();
    expect(screen.queryByText('nothing is wrong')).toBeNull();
    expect(screen.getByText('It is still being checked.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Publish' }).hasAttribute('disabled')).toBe(true);
  });
});
