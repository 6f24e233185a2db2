import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Port } from '../../../console/worker/client.ts';
import type { Question } from '../../../console/worker/protocol.ts';
import { draftOfFiles } from '../support/draft-of-files.ts';
import { Refusal } from '../support/fake-api.ts';
import { renderConsole } from '../support/render-console.tsx';

const PATIENT = { timeout: 15_000 };

/** Whoever checks, and has not come to an end. */
class Busy extends EventTarget {
  postMessage(): void {}
}

/** Whoever checks, and finds nothing wrong. */
class Content extends EventTarget {
  onmessage: Port['onmessage'] = null;
  postMessage({ id, kind }: Question): void {
    if (kind === 'check') queueMicrotask(() => this.onmessage?.({ data: { id, answer: [] } }));
  }
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

describe('the page of publishing, opened again', () => {
  it('publishes in place of what runs by then, not of what ran when the draft was read', async () => {
    const draft = draftOfFiles();
    let published = 7;
    const { history } = renderConsole('/publish', {
      ...draft,
      listDraftFiles: async (request) => {
        const running = published;
        const { items = [] } = (await draft.listDraftFiles?.(request)) ?? {};
        return { items, published: running };
      },
    });
    expect(await screen.findByText('in place of version 7', {}, PATIENT)).toBeDefined();
    history.push('/versions');
    await waitFor(() => expect(screen.queryByText('in place of version 7')).toBeNull());
    // Meanwhile somebody goes back to a version.
    published = 8;
    history.push('/publish');
    expect(await screen.findByText('in place of version 8', {}, PATIENT)).toBeDefined();
  });
});

describe('the page of publishing, after a refusal', () => {
  it('goes on from the version that somebody else published meanwhile', async () => {
    vi.stubGlobal('Worker', Content);
    const draft = draftOfFiles();
    let published = 7;
    const { user, requestsOf } = renderConsole('/publish', {
      ...draft,
      listDraftFiles: async (request) => {
        const { items = [] } = (await draft.listDraftFiles?.(request)) ?? {};
        return { items, published };
      },
      publishDraft: () => {
        published = 8;
        throw new Refusal(409, 'Somebody was faster', 'Version 8 was published meanwhile.');
      },
    });
    await user.type(await screen.findByLabelText('What changes, and why', {}, PATIENT), 'A note');
    await screen.findByText('nothing is wrong', {}, PATIENT);
    await user.click(screen.getByRole('button', { name: 'Publish' }));
    expect(await screen.findByText('in place of version 8', {}, PATIENT)).toBeDefined();
    expect(requestsOf('publishDraft').map(({ body }) => body)).toEqual([{ note: 'A note', base: 7 }]);
  });
});

describe('the page of publishing, with what is not saved', () => {
  it('says why it could not be saved, and compares anew once it is', async () => {
    const draft = draftOfFiles();
    const path = 'policy.yaml';
    localStorage.setItem(
      `tactful.unsaved/${path}`,
      JSON.stringify({ text: 'mine', saved: draft.texts[path], etag: `${path}-1` }),
    );
    let isAway = true;
    const { user, requestsOf } = renderConsole('/publish', {
      ...draft,
      writeDraftFile: (request) => {
        if (isAway) throw new Refusal(503, 'Away', 'Nobody is there.');
        return { path, etag: `${path}-2`, ...draft.writeDraftFile?.(request) };
      },
      diffVersion: ({ params: { version } }) => ({
        from: String(version),
        to: 'draft',
        files: [],
        journeys: [],
        leaving: [],
      }),
    });
    await user.click(await screen.findByText('Save 1 file', {}, PATIENT));
    expect(await screen.findByText(`${path} is not saved. Nobody is there.`, {}, PATIENT)).toBeDefined();
    await waitFor(() => expect(requestsOf('diffVersion')).toHaveLength(1));
    isAway = false;
    await user.click(screen.getByText('Save 1 file'));
    await waitFor(() => expect(requestsOf('diffVersion')).toHaveLength(2), PATIENT);
    expect(draft.texts[path]).toBe('mine');
  });
});

describe('the page of versions', () => {
  it('shows what is published once it is rolled back, not as it was when that was begun', async () => {
    const at = '2026-03-10T09:00:00.000Z';
    const by = { id: 'grace', name: 'Grace' };
    const version = (number: number, isPublished: boolean) =>
      ({ number, catalogue: 'c', at, by, note: `Note ${number}`, via: 'console', isPublished }) as const;
    let isDone = false;
    const { user, requestsOf } = renderConsole('/versions', {
      listVersions: () => ({
        items: isDone
          ? [{ ...version(3, true), restores: 1 }, version(2, false), version(1, false)]
          : [version(2, true), version(1, false)],
      }),
      rollBack: () => ({ job: 'j' }),
      readJob: () => {
        isDone = true;
        return { job: 'j', kind: 'publish', state: 'done', progress: { done: 9, total: 9 }, by, startedAt: at };
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Go back to 1' }, PATIENT));
    await user.type(await screen.findByLabelText('Why'), 'It was a try');
    await user.click(screen.getByRole('button', { name: 'Go back' }));
    expect(await screen.findByText('as 1', {}, PATIENT)).toBeDefined();
    await user.click(await screen.findByRole('button', { name: 'Good' }));
    await user.click(await screen.findByRole('button', { name: 'Go back to 2' }));
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Why')).value).toBe('');
    expect(screen.queryByText('It is published again.')).toBeNull();
    await user.type(screen.getByLabelText('Why'), 'It was right');
    await user.click(screen.getByRole('button', { name: 'Go back' }));
    await waitFor(() =>
      expect(requestsOf('rollBack').map(({ params }) => params)).toEqual([{ version: 1 }, { version: 2 }]),
    );
  });
});
