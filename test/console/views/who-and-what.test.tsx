import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { WhoAndWhat } from '../../../console/features/drafts/who-and-what.tsx';
import { createConsoleClient } from '../../../console/shared/api/client.ts';
import { ClientContext } from '../../../console/shared/api/client-context.ts';
import { MeContext } from '../../../console/shared/session/me.ts';
import type { PlayRequest } from '../../../console/worker/play.ts';
import { fakeApi } from '../support/fake-api.ts';
import { smallWorld } from '../support/small-world.ts';
import { meAs } from '../support/world/me.ts';

const STARTS = '2026-03-01T09:00:00.000Z';

const open = () => {
  const api = fakeApi(smallWorld());
  const client = createConsoleClient({ fetch: api.fetch, headers: async () => ({}) });
  const last: { request?: PlayRequest } = {};
  const Whole = () => {
    const [request, setRequest] = useState<PlayRequest>({
      customer: { id: 'made-up', attributes: {} },
      startsAt: STARTS,
      events: [{ at: STARTS, event: 'signed', with: { plan: 'team' } }],
    } as unknown as PlayRequest);
    last.request = request;
    return (
      <WhoAndWhat
        scenarios={{ own: [], others: [] }}
        names={{ moments: [], events: [], attributes: [], topics: [] }}
        request={request}
        file={undefined}
        ask={setRequest}
      />
    );
  };
  render(
    <MantineProvider env="test">
      <ClientContext value={client}>
        <MeContext value={meAs('admin')}>
          <Whole />
        </MeContext>
      </ClientContext>
    </MantineProvider>,
  );
  return { user: userEvent.setup({ delay: null }), last };
};

const hidden = { hidden: true };

describe('who goes through a journey, and what happens to them', () => {
  it('finds a customer by their name', async () => {
    const { user, last } = open();
    await user.type(screen.getByLabelText('As a customer of yours', { selector: 'input' }), 'lovel');
    await user.click(await screen.findByRole('option', { name: /Lovel.* · ada$/, ...hidden }));
    await waitFor(() => expect(last.request?.customer.id).toBe('ada'));
  });

  it('takes a whole name of an event, and keeps what goes with it', async () => {
    const { user, last } = open();
    const event = screen.getByLabelText('Event', { selector: 'input' });
    await user.clear(event);
    await user.type(event, 'product.activated');
    await user.type(screen.getByLabelText('With'), ', seats: 3');
    await user.tab();
    expect(last.request?.events).toEqual([
      { at: STARTS, event: 'product.activated', with: { plan: 'team', seats: 3 } },
    ]);
  });

  it('stays within dates, however many hours are typed', async () => {
    const { user, last } = open();
    await user.type(screen.getByLabelText('After hours'), '99999999999999');
    expect(last.request?.events[0]?.at).toBe('2036-02-27T09:00:00.000Z');
  });
});
