import { readFileSync } from 'node:fs';
import { renderHook, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useProblems } from '../../../console/shared/form/use-problems.ts';
import { draftOfFiles } from '../support/draft-of-files.ts';
import { renderConsole } from '../support/render-console.tsx';
import { WorkerHere } from '../support/worker-here.ts';
import { meAs } from '../support/world/me.ts';

const WRITTEN = readFileSync('workflows/policy.yaml', 'utf8');

const PATIENT = { timeout: 15_000 };

beforeAll(() => {
  vi.stubGlobal('Worker', WorkerHere);
});

const opened = async (draft = draftOfFiles()) => {
  const view = renderConsole('/policy', draft);
  const gap = (await screen.findByLabelText('Gap', {}, PATIENT)) as HTMLInputElement;
  const type = async (text: string) => {
    await view.user.clear(gap);
    await view.user.type(gap, `${text}{Enter}`);
  };
  return { ...view, draft, gap, type };
};

const lines = (text: string): string[] => text.split('\n');

describe('the policy', () => {
  it('changes the one line that a field is about, and no comment', async () => {
    const { user, requestsOf, type } = await opened();
    await type('30 hours');
    await user.click(await screen.findByRole('button', { name: 'Save in the draft' }));
    await waitFor(() => expect(requestsOf('writeDraftFile')).toHaveLength(1));
    const [{ body, headers }] = requestsOf('writeDraftFile') as [
      { body: { text: string }; headers: Record<string, string> },
    ];
    const changed = lines(body.text).filter((line, index) => line !== lines(WRITTEN)[index]);
    expect(changed).toEqual([expect.stringMatching(/^gap: 30 hours +# between any two/)]);
    expect(headers).toEqual({ 'if-match': 'policy.yaml-1' });
    expect(await screen.findByText('Saved in the draft. It counts once it is published.')).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save in the draft' })).toBeNull());
  });

  it('keeps a time of day a text, as YAML reads it', async () => {
    const { user, requestsOf } = await opened();
    const from = await screen.findByLabelText('From');
    await user.clear(from);
    await user.type(from, '22:00{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Save in the draft' }));
    await waitFor(() => expect(requestsOf('writeDraftFile')).toHaveLength(1));
    expect(JSON.stringify(requestsOf('writeDraftFile')[0])).toContain('from: \\"22:00\\", to: \\"08:00\\"');
  });

  it('says what does not hold together before anything is saved', async () => {
    const { user, requestsOf, type } = await opened();
    await type('soon');
    expect((await screen.findByRole('alert', {}, PATIENT)).textContent).toContain(
      '`soon` is not a duration: write `30 minutes`, `4 hours`, `2 days` or `3w` (policy.yaml, line 12)',
    );
    expect(screen.getByRole('button', { name: 'Save in the draft' }).hasAttribute('disabled')).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Undo all' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(((await screen.findByLabelText('Gap')) as HTMLInputElement).value).toBe('20 hours');
    expect(requestsOf('writeDraftFile')).toEqual([]);
  });

  it('says of a value what is wrong with it beside its field, to who sees and to who hears', async () => {
    const { user, gap, type } = await opened();
    await type('soon');
    await waitFor(() => expect(gap.getAttribute('aria-invalid')).toBe('true'), PATIENT);
    const says = (gap.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(says.join(' ')).toContain('`soon` is not a duration');
    expect(
      screen.getAllByRole('textbox', { name: /./ }).filter((one) => one.getAttribute('aria-invalid') === 'true'),
    ).toEqual([gap]);
    await user.click(screen.getByRole('button', { name: 'Undo all' }));
    await waitFor(() => expect(gap.getAttribute('aria-invalid')).toBeNull());
  });

  it('looks for the words of what is wrong once for each check, however often it is drawn', () => {
    const findings = [{ file: 'policy.yaml', line: 1, column: 6, message: 'no duration' }];
    const { result, rerender } = renderHook(() => useProblems('policy.yaml', 'gap: soon\n', findings));
    const first = result.current;
    rerender();
    expect(result.current).toBe(first);
    expect(first.map(({ path }) => path)).toEqual([['gap']]);
  });

  it('loses nothing that is not saved where one looks at another page and comes back', async () => {
    const { history, type, gap } = await opened();
    await type('30 hours');
    await screen.findByText('Save in the draft', {}, PATIENT);
    history.push('/versions');
    await waitFor(() => expect(gap.isConnected).toBe(false), PATIENT);
    history.push('/policy');
    const again = (await screen.findByLabelText('Gap', {}, PATIENT)) as HTMLInputElement;
    expect(again.value).toBe('30 hours');
  });

  it('tells who was faster, keeps what one has typed, and leads to both texts', async () => {
    const { user, draft, gap, type } = await opened();
    await type('30 hours');
    await screen.findByText('Save in the draft', {}, PATIENT);
    draft.saveAs('policy.yaml', WRITTEN.replace('gap: 20 hours', 'gap: 40 hours'));
    await user.click(screen.getByText('Save in the draft'));
    const link = await screen.findByText('Somebody else saved it first: see both', {}, PATIENT);
    expect(link.getAttribute('href')).toBe('/draft/policy.yaml');
    expect(gap.value).toBe('30 hours');
  });

  it('shows what a colleague saved when one comes back to it, and writes it over nothing that is not saved', async () => {
    const { draft, gap, type } = await opened();
    draft.saveAs('policy.yaml', WRITTEN.replace('gap: 20 hours', 'gap: 40 hours'));
    dispatchEvent(new Event('focus'));
    await waitFor(() => expect(gap.value).toBe('40 hours'), PATIENT);
    await type('30 hours');
    await screen.findByText('Save in the draft', {}, PATIENT);
    draft.saveAs('policy.yaml', WRITTEN.replace('gap: 20 hours', 'gap: 50 hours'));
    dispatchEvent(new Event('focus'));
    expect(await screen.findByText('Somebody else saved it first: see both', {}, PATIENT)).toBeDefined();
    expect(gap.value).toBe('30 hours');
  });

  it('plays the last 30 days under the new rules, beside how they went', async () => {
    const { user, requestsOf } = await opened();
    await user.click(await screen.findByRole('button', { name: 'Play the last 30 days' }));
    const panel = await screen.findByRole('region', { name: 'The last 30 days under these rules' });
    const table = await within(panel).findByRole('table');
    expect(
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'JourneyWhatAs it wentUnder these rulesDifference',
      'RenewalSent120108−12',
      'RenewalHeld: quiet hours where they are2032+12',
    ]);
    expect(requestsOf('backtestDraft')).toEqual([{ body: { files: { 'policy.yaml': WRITTEN }, days: 30 } }]);
  });

  it('is read only for who may not write drafts', async () => {
    const { gap } = await opened({ ...draftOfFiles(), me: () => meAs('viewer') });
    await waitFor(() => expect(gap.hasAttribute('readonly')).toBe(true));
    expect(screen.queryByRole('button', { name: /Play the last/ })).toBeNull();
  });
});

describe('what the policy says in words', () => {
  it('is shown as it is written, a long list behind a line', async () => {
    await opened();
    const words = await screen.findByRole('region', { name: 'Words' });
    expect(within(words).getByText('Themes that customers ask for').parentElement?.textContent).toContain('invoice*');
    expect(words.querySelectorAll('details:not([open])').length).toBeGreaterThan(0);
    expect(within(words).queryAllByRole('textbox')).toEqual([]);
  });
});
