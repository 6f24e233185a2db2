import { describeJourneys } from './journeys.ts';
import { openLocal } from './local.ts';

describeJourneys(openLocal);
