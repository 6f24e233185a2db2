import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createReload } from '../../../cli/console/reload.ts';
import { loadRunnable } from '../../../simulator/project.ts';
import { describeActing } from './acting.ts';
import { describeCrowds } from './crowds.ts';
import { describeCustomers } from './customers.ts';
import { describeDrafts } from './drafts.ts';
import { describeGestures } from './gestures.ts';
import { describeJourneys } from './journeys.ts';
import { openLocal } from './local.ts';
import { describeMoments } from './moments.ts';
import { describeStage } from './stage.ts';

const root = mkdtempSync(join(tmpdir(), 'tactful-api-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let worlds = 0;
/** A world over a folder of its own, which is read again when it is edited. */
const openEdited = async () => {
  const dir = join(root, String(++worlds));
  // All scenarios are played elsewhere.
  const isLeftOut = (path: string) => path.includes('scenarios/') && !path.endsWith('onboarding-paused.yaml');
  cpSync('workflows', dir, { recursive: true, filter: (path) => !isLeftOut(path) });
  const running = await loadRunnable(dir);
  return openLocal({ dir, reload: (use) => createReload({ dir, running, use, err: () => {} }) });
};

describeActing(openLocal);
describeJourneys(openLocal);
describeCustomers(openLocal);
describeGestures(openLocal);
describeCrowds(openLocal);
describeStage(openLocal);
describeMoments(openLocal);
describeDrafts(openEdited);
