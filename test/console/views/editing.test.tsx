import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { JourneyGraph } from '../../../functions/api/contract/journeys.ts';
import { draftOfFiles } from '../support/draft-of-files.ts';
import { renderConsole } from '../support/render-console.tsx';
import { WorkerHere } from '../support/worker-here.ts';
import { figures, resting } from '../support/world/figures.ts';

const PATH = 'journeys/onboarding.yaml';
const WRITTEN = readFileSync(`workflows/${PATH}`, 'utf8').split('\n');
const PATIENT = { timeout: 15_000 };

beforeAll(() => {
  vi.stubGlobal('Worker', WorkerHere);
});

const step = (id: string, kind: 'send' | 'wait', title: string, more: Partial<JourneyGraph['steps'][number]> = {}) => ({
  id,
  kind,
  title,
  events: [],
  depth: 0,
  branches: [],
  canRest: true,
  resting: resting(),
  figures: figures(),
  ...more,
});

const GRAPH: JourneyGraph = {
  journey: 'onboarding',
  title: 'Onboarding',
  purpose: 'relationship',
  on: ['customer.signed_up'],
  isPaused: false,
  running: 12,
  resting: resting({ held: 4 }),
  week: figures(),
  file: PATH,
  version: 7,
  from: '2026-03-06',
  to: '2026-03-12',
  enter: { on: ['customer.signed_up'], again: 'always' },
  holdout: 5,
  mutes: {},
  steps: [
    step('send-welcome', 'send', 'send welcome', {
      moment: 'welcome',
      momentTitle: 'Welcome',
      resting: resting({ held: 4, heldFor: { 'open-incident': 4 } }),
      figures: figures({ sent: 57, suppressed: 3, suppressedFor: { 'negative-sentiment': 3 } }),
    }),
    step('wait', 'wait', 'wait 3 days', { resting: resting({ waiting: 8 }) }),
  ],
  path: ['send-welcome', 'wait'],
  exits: [],
  edges: [
    { from: 'start', to: 'send-welcome' },
    { from: 'send-welcome', to: 'wait' },
    { from: 'wait', to: 'end' },
  ],
  figures: figures({ entered: 60, sent: 57 }),
  arms: { treated: figures({ entered: 57, goals: 20 }), control: figures({ entered: 3 }) },
} as JourneyGraph;

describe('a journey that is published', () => {
  it('says why what was not sent was not, and opens the people behind a number', async () => {
    const { user, requestsOf } = renderConsole('/journeys/onboarding?as=list', {
      readJourney: () => GRAPH,
      peopleAtStep: () => ({
        items: [
          {
            customer: 'ben',
            name: 'Ben',
            enrolment: 'e2',
            doing: 'waiting',
            since: '2026-03-10T09:00:00.000Z',
            due: '2026-03-13T09:00:00.000Z',
          },
          {
            customer: 'ada',
            name: 'Ada Lovelace',
            enrolment: 'e1',
            doing: 'held',
            reason: 'open-incident',
            since: '2026-03-10T09:00:00.000Z',
            due: '2026-03-14T09:00:00.000Z',
          },
        ],
      }),
    });
    const steps = await screen.findByRole('navigation', { name: 'The steps of Onboarding' });
    await user.click(within(steps).getByRole('button', { name: /Welcome/ }));
    expect(await screen.findByText(/3 × /)).toBeDefined();
    await user.click(within(steps).getByRole('button', { name: '4 held: show who' }));
    expect(await screen.findByRole('link', { name: 'Ada Lovelace' })).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Ben' })).toBeNull();
    expect(requestsOf('peopleAtStep')[0]).toMatchObject({ params: { journey: 'onboarding', step: 'send-welcome' } });
  });
});

describe('the editor', () => {
  it('changes the one line that a field is about, and saves that', async () => {
    const draft = draftOfFiles();
    const { user, requestsOf } = renderConsole(`/draft/${PATH}?as=list&step=wait`, draft);
    const field = await screen.findByLabelText('How long', {}, PATIENT);
    await user.clear(field);
    await user.type(field, '4 days{Enter}');
    const save = screen.getByRole('button', { name: 'Save' });
    await waitFor(() => expect(save.hasAttribute('disabled')).toBe(false), PATIENT);
    await user.click(save);
    await waitFor(() => expect(requestsOf('writeDraftFile')).toHaveLength(1), PATIENT);
    const after = (draft.texts[PATH] ?? '').split('\n');
    expect(after.filter((line, index) => line !== WRITTEN[index])).toEqual(['  - wait: 4 days']);
  });

  it('stays at a step whose id comes from what is changed in it, with the problem beside its field', async () => {
    const draft = draftOfFiles();
    const { user } = renderConsole(`/draft/${PATH}?as=list&step=send-welcome`, draft);
    const field = await screen.findByRole('combobox', { name: 'Moment' }, PATIENT);
    await user.clear(field);
    await user.type(field, 'welcom{Tab}');
    const same = screen.getByRole('combobox', { name: 'Moment' });
    await waitFor(() => expect(same.getAttribute('aria-invalid')).toBe('true'), PATIENT);
    expect(same.isConnected).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(
      () => expect(screen.getByRole('combobox', { name: 'Moment' })).toHaveProperty('value', 'welcome'),
      PATIENT,
    );
  });

  it('takes a step out, keeps the ids of those that stay, and takes that back', async () => {
    const draft = draftOfFiles();
    const { user } = renderConsole(`/draft/${PATH}?as=list&step=wait`, draft);
    await user.click(await screen.findByRole('button', { name: 'Remove' }, PATIENT));
    const steps = await screen.findByRole('navigation', { name: 'The steps of Onboarding' });
    await waitFor(() => expect(within(steps).queryByRole('button', { name: /3 days/ })).toBeNull(), PATIENT);
    await user.click(within(steps).getByRole('button', { name: /5 days/ }));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Id').value).toBe('wait-2'), PATIENT);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await within(steps).findByRole('button', { name: /3 days/ }, PATIENT)).toBeDefined();
  });

  it('tells who was faster, shows both texts, and loses neither', async () => {
    const draft = draftOfFiles();
    const { user } = renderConsole(`/draft/${PATH}?as=list`, draft);
    const title = await screen.findByLabelText('Title', {}, PATIENT);
    draft.writeDraftFile?.({
      params: { path: PATH },
      headers: { 'if-match': `${PATH}-1` },
      body: { text: WRITTEN.join('\n').replace('title: Onboarding', 'title: Theirs') },
    });
    await user.clear(title);
    await user.type(title, 'Mine{Enter}');
    const save = screen.getByRole('button', { name: 'Save' });
    await waitFor(() => expect(save.hasAttribute('disabled')).toBe(false), PATIENT);
    await user.click(save);
    expect(await screen.findByRole('heading', { name: /saved this file first/ }, PATIENT)).toBeDefined();
    expect(screen.getByText(/title: Theirs/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Keep mine' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(draft.texts[PATH]).toContain('title: Mine'), PATIENT);
  });

  it('lets a viewer look, and change nothing', async () => {
    const draft = draftOfFiles();
    const { me } = await import('../support/small-world.ts').then(({ smallWorld }) => smallWorld('viewer'));
    renderConsole(`/draft/${PATH}?as=list&step=wait`, { ...draft, ...(me && { me }) });
    const field = await screen.findByLabelText('How long', {}, PATIENT);
    expect(field.hasAttribute('readonly')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});

describe('the page of the draft', () => {
  it('discards a file that was begun by mistake, once one says so', async () => {
    const path = 'journeys/by-mistake.yaml';
    localStorage.setItem(`tactful.unsaved/${path}`, JSON.stringify({ text: 'title: By: mistake' }));
    const { user } = renderConsole('/drafts', draftOfFiles());
    await user.click(await screen.findByLabelText(`Discard ${path}`, {}, PATIENT));
    expect(await screen.findByText(/it goes from the draft, with all that is written in it/)).toBeDefined();
    await user.click(screen.getByText('Discard it'));
    await waitFor(() => expect(screen.queryByText(path)).toBeNull(), PATIENT);
    expect(localStorage.getItem(`tactful.unsaved/${path}`)).toBeNull();
  });

  it('says of a file that somebody else saved that only what was written here goes', async () => {
    localStorage.setItem(`tactful.unsaved/${PATH}`, JSON.stringify({ text: 'title: Mine', saved: 'x', etag: 'old' }));
    const { user } = renderConsole('/drafts', draftOfFiles());
    await user.click(await screen.findByLabelText(`Discard ${PATH}`, {}, PATIENT));
    expect(await screen.findByText(/The file stays in the draft as somebody else saved it/)).toBeDefined();
    await user.click(screen.getByText('Discard it'));
    await waitFor(() => expect(screen.queryByLabelText(`Discard ${PATH}`)).toBeNull(), PATIENT);
    expect(localStorage.getItem(`tactful.unsaved/${PATH}`)).toBeNull();
  });
});
