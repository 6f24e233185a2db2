import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import type { Machine } from '../../../language/compile/asl.ts';
import type { Project } from '../../../simulator/project.ts';
import { clientOf, startDynamoDbLocal } from '../../support/dynamodb-local.ts';
import { newCustomers, newRecords } from '../../support/tables.ts';
import { createAccount } from './account.ts';
import { deployFunctions } from './functions.ts';
import { openWire } from './open-wire.ts';

/** A Monday morning, when nobody sleeps. */
const START = Date.parse('2026-03-02T10:00:00Z');

/** The bundles of a project over a real database, in virtual time. `accountOf` gives an account with these machines, whose functions take so many records together. */
export const openAccounts = async ({ catalogue }: Project) => {
  const database = await startDynamoDbLocal();
  const wire = await openWire(database.endpoint, JSON.stringify({ format: 1, number: 1, catalogue }));
  const out = mkdtempSync(join(tmpdir(), 'tactful-account-'));
  const client = clientOf(database.endpoint);
  const tables = { customers: await newCustomers(client), records: await newRecords(client) };
  client.destroy();
  mock.timers.enable({ apis: ['Date'], now: START });
  const clock = { now: () => Date.now(), set: (at: number) => mock.timers.setTime(at) };
  const invoke = await deployFunctions({ out, wire, tables });
  return {
    clock,
    accountOf: (machines: Record<string, Machine>, batch = 1) =>
      createAccount({ invoke, machines, customers: tables.customers, clock, batch }),
    close: async (): Promise<void> => {
      mock.timers.reset();
      await wire.close();
      database.stop();
      rmSync(out, { recursive: true, force: true });
    },
  };
};
