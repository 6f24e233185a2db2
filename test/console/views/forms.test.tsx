import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { draftOfFiles } from '../support/draft-of-files.ts';
import { renderConsole } from '../support/render-console.tsx';
import { WorkerHere } from '../support/worker-here.ts';

const PATIENT = { timeout: 15_000 };

vi.setConfig({ testTimeout: 60_000 });

beforeAll(() => {
  vi.stubGlobal('Worker', WorkerHere);
});

afterEach(() => localStorage.clear());

/** A field; the list of what it may be has its label too. */
const fieldOf = async (label: string): Promise<HTMLElement> => {
  const [field] = await screen.findAllByLabelText(label, {}, PATIENT);
  if (!field) throw new Error(`There is no field ${label}.`);
  return field;
};

/** What is said of a field to who hears it. */
const saysOf = (field: HTMLElement): string =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

const invalid = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main [aria-invalid="true"]')];

const saved = async (user: ReturnType<typeof renderConsole>['user']) => {
  const save = screen.getByRole('button', { name: 'Save' });
  await waitFor(() => expect(save.hasAttribute('disabled')).toBe(false), PATIENT);
  await user.click(save);
};

describe('the form of a step', () => {
  it('has work wait until it is done, and puts steps where it was', async () => {
    const path = 'journeys/onboarding.yaml';
    const draft = draftOfFiles();
    const { user } = renderConsole(`/draft/${path}?as=list&step=task-onboarding-call`, draft);
    const field = await screen.findByLabelText('To be done within', {}, PATIENT);
    expect(screen.queryByText('When it is done')).toBeNull();
    await user.type(field, '1 day{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Add a step: When it is not done' }, PATIENT));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^Wait/ }));
    // The new step is in hand now.
    expect((await screen.findByLabelText<HTMLInputElement>('How long', {}, PATIENT)).value).toBe('1 day');
    await saved(user);
    await waitFor(
      () => expect(draft.texts[path]).toMatch(/within: 1 day\n +with: .*\n +undone:\n +- wait: 1 day\n/),
      PATIENT,
    );
  });

  it('takes away what was emptied, and nothing beside it', async () => {
    const path = 'journeys/renewal.yaml';
    const draft = draftOfFiles();
    const { user } = renderConsole(`/draft/${path}?as=list&step=ten-days-before`, draft);
    const offset = await screen.findByLabelText('Before or after', {}, PATIENT);
    await user.clear(offset);
    await user.type(offset, '{Enter}');
    const until = screen.getByLabelText<HTMLInputElement>('Until');
    await user.clear(until);
    await user.tab();
    expect(until.value).toBe('event.renewsAt');
    await saved(user);
    await waitFor(
      () => expect(draft.texts[path]).toContain('- wait: { until: event.renewsAt }\n            id: ten-days-before'),
      PATIENT,
    );
  });
});

describe('what is wrong with a value', () => {
  it.each([
    ['a step', '/draft/journeys/onboarding.yaml?as=list&step=wait', 'How long', 'soon', '`soon` is not a duration'],
    ['a journey', '/draft/journeys/renewal.yaml?as=list', 'Goal within', 'soon', '`soon` is not a duration'],
    ['an exit', '/draft/journeys/onboarding.yaml?as=list', 'Leaves, only if', 'event. =', '`=` cannot stand here'],
    [
      'a choice',
      '/draft/journeys/onboarding.yaml?as=list&step=choose',
      'Way 1, when',
      'event. =',
      '`=` cannot stand here',
    ],
    ['the settings of a moment', '/moments/ticket-check-in', 'Goes out from', 'late', 'late'],
    ['the copy of a moment', '/moments/ticket-check-in', 'Subject', '{{ custmer.firstName }}', 'custmer'],
  ])('of %s stands beside its field and at no other, for who sees and who hears', async (_, at, label, typed, says) => {
    const { user } = renderConsole(at, draftOfFiles());
    const field = await fieldOf(label);
    await user.clear(field);
    await user.type(field, typed.replaceAll('{', '{{'));
    await user.tab();
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'), PATIENT);
    expect(saysOf(field)).toContain(says);
    expect(invalid()).toEqual([field]);
  });

  it('of an exit that is written below the steps is no problem of the last of them', async () => {
    const path = 'journeys/onboarding.yaml';
    const draft = draftOfFiles();
    const [exit] = /^exit:\n(?: .*\n)+/m.exec(draft.texts[path] ?? '') ?? [''];
    draft.texts[path] = `${draft.texts[path]?.replace(exit, '')}${exit.replace('product.first_value', 'nobody.knows')}`;
    renderConsole(`/draft/${path}?as=list`, draft);
    const field = await fieldOf('Leaves on');
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'), PATIENT);
    const steps = screen.getByRole('navigation', { name: 'The steps of Onboarding' });
    expect(within(steps).queryByText(/nobody\.knows/)).toBeNull();
  });
});

describe('a moment', () => {
  const path = 'moments/ticket-check-in.md';

  it('is sent to oneself by a channel of its own, once those are known', async () => {
    renderConsole('/moments/ticket-check-in', draftOfFiles());
    const panel = await screen.findByRole('region', { name: 'Send it to yourself' }, PATIENT);
    expect(within(panel).getByRole<HTMLInputElement>('combobox', { name: 'By' }).value).toBe('email');
  });

  it('says when it goes out and what it asks, field by field', async () => {
    const draft = draftOfFiles();
    const { user } = renderConsole('/moments/ticket-check-in', draft);
    const panel = await screen.findByRole('region', { name: 'When, to whom, and what it asks' }, PATIENT);
    expect(within(panel).getByLabelText<HTMLInputElement>('Goes out from').value).toBe('09:00');
    expect(within(panel).getByLabelText<HTMLSelectElement>('Asks on the scale').value).toBe('csat');
    const reaction = within(panel).getByLabelText<HTMLTextAreaElement>('While they are unhappy');
    expect(reaction.value).toBe('person: support-call');
    await user.clear(reaction);
    await user.type(reaction, 'skip');
    await user.tab();
    await saved(user);
    await waitFor(() => expect(draft.texts[path]).toContain('\nwhenNegative: skip\n'), PATIENT);
  });

  it('is shown on every channel as it goes out, anew with each word', async () => {
    const draft = draftOfFiles();
    const { user } = renderConsole('/moments/ticket-check-in', draft);
    const subject = await screen.findByLabelText('Subject', {}, PATIENT);
    await user.clear(subject);
    await user.type(subject, 'How did we do?');
    expect(await screen.findByText('How did we do?', {}, PATIENT)).toBeDefined();
    expect(screen.getByRole('tab', { name: 'email' })).toBeDefined();
  });

  it('can be looked at, and not changed, by a viewer', async () => {
    const { me } = await import('../support/small-world.ts').then(({ smallWorld }) => smallWorld('viewer'));
    renderConsole('/moments/ticket-check-in', { ...draftOfFiles(), ...(me && { me }) });
    const subject = await screen.findByLabelText('Subject', {}, PATIENT);
    await waitFor(() => expect(subject.hasAttribute('readonly')).toBe(true));
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});
