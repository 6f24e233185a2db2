import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Port } from '../../../console/worker/client.ts';
import type { Question } from '../../../console/worker/protocol.ts';
import { PATHS, type RouteName } from '../../../functions/api/contract/paths.ts';
import { Role } from '../../../functions/api/contract/roles.ts';
import { mayAsk } from '../../../functions/api/roles.ts';
import { draftOfFiles } from '../support/draft-of-files.ts';
import { type Fakes, Refusal } from '../support/fake-api.ts';
import { renderConsole } from '../support/render-console.tsx';
import { smallWorld } from '../support/small-world.ts';

const PATIENT = { timeout: 15_000 };

/** Whoever checks, and finds in each file what it knows how to mend. */
class Finds extends EventTarget {
  onmessage: Port['onmessage'] = null;
  postMessage({ id, kind, input }: Question): void {
    const reply = (answer: unknown) => queueMicrotask(() => this.onmessage?.({ data: { id, answer } }));
    const fix = { from: 0, to: 1, insert: 'x', label: 'Change it to x' };
    if (kind === 'preview') reply({ renderings: [] });
    if (kind === 'check')
      reply(Object.keys(input.files).map((file) => ({ file, line: 1, column: 1, message: 'wrong', fix })));
  }
}

beforeAll(() => {
  vi.stubGlobal('Worker', Finds);
});

/** A world that refuses as the API does. */
const worldFor = (role: Role): Fakes => {
  const world = { ...smallWorld(role), ...draftOfFiles() };
  const refused = (Object.keys(PATHS) as RouteName[]).filter((name) => !mayAsk([role], name));
  const refuse = () => {
    throw new Refusal(403, 'Not allowed', `A ${role} may not do this.`);
  };
  return { ...world, ...Object.fromEntries(refused.map((name) => [name, refuse])) };
};

/** Every page, by what it cannot do without. */
const PAGES: [address: string, asks: RouteName][] = [
  ['/', 'overview'],
  ['/customers', 'searchCustomers'],
  ['/customers/ada', 'readCustomer'],
  ['/agent/ada', 'readCustomer'],
  ['/tasks', 'listTasks'],
  ['/tasks/many/f00d', 'readCrowd'],
  ['/broadcasts', 'listBroadcasts'],
  ['/rejects', 'listRejects'],
  ['/audit', 'listAudit'],
  ['/settings', 'settings'],
  ['/policy', 'listDraftFiles'],
  ['/drafts', 'listDraftFiles'],
  ['/draft/events.yaml', 'readDraftFile'],
  ['/moments/welcome', 'readMoment'],
  ['/publish', 'diffVersion'],
  ['/versions', 'listVersions'],
];

const settled = async ({ queries }: ReturnType<typeof renderConsole>): Promise<void> => {
  await waitFor(() => {
    expect(screen.getByRole('heading', { level: 1 })).toBeDefined();
    expect(queries.isFetching()).toBe(0);
    expect(document.querySelector('[aria-busy=true]')).toBeNull();
  }, PATIENT);
};

describe.each(Role.options)('a %s', (role) => {
  const open = PAGES.filter(([, asks]) => mayAsk([role], asks));
  const shut = PAGES.filter(([, asks]) => !mayAsk([role], asks));

  it.each(open)('is refused nothing on %s', async (address) => {
    const view = renderConsole(address, worldFor(role));
    await settled(view);
    expect(screen.queryAllByText('Not allowed')).toEqual([]);
    const refused = view.calls.filter(({ name }) => !mayAsk([role], name)).map(({ name }) => name);
    expect(refused).toEqual([]);
  });

  if (shut.length > 0)
    it.each(shut)('sees of %s that it is not for them, a way on, and nothing else', async (address) => {
      const view = renderConsole(address, worldFor(role));
      expect(await screen.findByRole('heading', { level: 1, name: 'Not for your role' }, PATIENT)).toBeDefined();
      await settled(view);
      const page = within(screen.queryByRole('main') ?? document.body);
      expect(page.getByRole('link', { name: 'Go to the overview' }).getAttribute('href')).toBe('/');
      for (const kind of ['textbox', 'combobox', 'button', 'table', 'alert'])
        expect(page.queryAllByRole(kind)).toEqual([]);
    });

  it.each(['/draft/events.yaml', '/moments/welcome'])('is offered what mends %s if they may', async (address) => {
    const view = renderConsole(address, worldFor(role));
    await settled(view);
    await screen.findAllByText(/wrong/, {}, PATIENT);
    const isOffered = screen.queryAllByRole('button', { name: 'Change it to x' }).length > 0;
    expect(isOffered).toBe(mayAsk([role], 'writeDraftFile'));
  });

  it('can look for a customer to read a moment as if they may', async () => {
    const view = renderConsole('/moments/welcome', worldFor(role));
    await settled(view);
    const isOffered = screen.queryAllByLabelText('As it reads for').length > 0;
    expect(isOffered).toBe(mayAsk([role], 'searchCustomers'));
  });

  it('can save a draft if they may', async () => {
    const view = renderConsole('/drafts', worldFor(role));
    await settled(view);
    const isOffered = screen.queryAllByRole('button', { name: 'Save all' }).length > 0;
    expect(isOffered).toBe(mayAsk([role], 'writeDraftFile'));
  });
});
