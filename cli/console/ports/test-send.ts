import type { TestSend } from '../../../functions/api/ports.ts';
import type { LocalWorld } from '../local-world.ts';

/** Into the outbox, where all messages of this machine end. */
export const createLocalTestSend = (local: LocalWorld): TestSend => ({
  send: (message) =>
    local.ask(async (world) => {
      await world.outbox.send(message);
      return { reference: message.id };
    }),
});
