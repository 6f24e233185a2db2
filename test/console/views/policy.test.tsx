import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../support/fake-api.ts';
import { renderConsole } from '../support/render-console.tsx';
import { meAs } from '../support/world/me.ts';

const WRITTEN = readFileSync('workflows/policy.yaml', 'utf8');

const lines = (text: string): string[] => text.split('\n');

describe('the policy', () => {
  it('changes the one line that a field is about, and no comment', async () => {
    const { user, asked } = renderConsole('/policy');
    const gap = await screen.findByLabelText('Gap');
    await user.clear(gap);
    await user.type(gap, '30 hours{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Save in the draft' }));
    await waitFor(() => expect(asked('writeDraftFile')).toHaveLength(1));
    const [{ body, headers }] = asked('writeDraftFile') as [
      { body: { text: string }; headers: Record<string, string> },
    ];
    const changed = lines(body.text).filter((line, index) => line !== lines(WRITTEN)[index]);
    expect(changed).toEqual([expect.stringMatching(/^gap: 30 hours +# between any two/)]);
    expect(headers).toEqual({ 'if-match': 'e1' });
    expect(await screen.findByText('Saved in the draft. It counts once it is published.')).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save in the draft' })).toBeNull());
  });

  it('keeps a time of day a text, as YAML reads it', async () => {
    const { user, asked } = renderConsole('/policy');
    const from = await screen.findByLabelText('From');
    await user.clear(from);
    await user.type(from, '22:00{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Save in the draft' }));
    await waitFor(() => expect(asked('writeDraftFile')).toHaveLength(1));
    expect(JSON.stringify(asked('writeDraftFile')[0])).toContain('from: \\"22:00\\", to: \\"08:00\\"');
  });

  it('says what does not hold together before anything is saved', async () => {
    const { user, asked } = renderConsole('/policy');
    const gap = await screen.findByLabelText('Gap');
    await user.clear(gap);
    await user.type(gap, 'soon{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain(
      'it should be a duration such as 20 hours. (policy.yaml, line 11)',
    );
    expect(screen.getByRole('button', { name: 'Save in the draft' }).hasAttribute('disabled')).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Undo all' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(((await screen.findByLabelText('Gap')) as HTMLInputElement).value).toBe('20 hours');
    expect(asked('writeDraftFile')).toEqual([]);
  });

  it('tells who was faster, and keeps what one has typed', async () => {
    const { user } = renderConsole('/policy', {
      writeDraftFile: () => {
        throw new Refusal(
          412,
          'Somebody was faster',
          'Sam wrote policy.yaml at 10:20. Look at what changed, then save again.',
        );
      },
    });
    const gap = await screen.findByLabelText('Gap');
    await user.clear(gap);
    await user.type(gap, '30 hours{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Save in the draft' }));
    expect(await screen.findByText(/Sam wrote policy.yaml at 10:20/)).toBeDefined();
    expect((gap as HTMLInputElement).value).toBe('30 hours');
  });

  it('plays the last 30 days under the new rules, beside how they went', async () => {
    const { user, asked } = renderConsole('/policy');
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
    expect(asked('backtestDraft')).toEqual([{ body: { files: { 'policy.yaml': WRITTEN }, days: 30 } }]);
  });

  it('is read only for who may not write drafts', async () => {
    renderConsole('/policy', { me: () => meAs('viewer') });
    await waitFor(async () => expect((await screen.findByLabelText('Gap')).hasAttribute('readonly')).toBe(true));
    expect(screen.queryByRole('button', { name: /Play the last/ })).toBeNull();
  });
});

describe('what the policy says in words', () => {
  it('is shown as it is written, a long list behind a line', async () => {
    renderConsole('/policy');
    const words = await screen.findByRole('region', { name: 'Words' });
    expect(within(words).getByText('Themes that customers ask for').parentElement?.textContent).toContain('invoice*');
    expect(words.querySelectorAll('details:not([open])').length).toBeGreaterThan(0);
    expect(within(words).queryAllByRole('textbox')).toEqual([]);
  });
});
