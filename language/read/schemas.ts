import { z } from 'zod';
import { WrittenMoment } from './copy/moment-schema.ts';
import type { JsonSchema } from './docs/json-schema.ts';
import { WrittenEvents } from './events/event-schema.ts';
import { WrittenGestures } from './gestures/gesture-schema.ts';
import { WrittenJourney } from './journeys/journey-schema.ts';
import { WrittenPages } from './pages/page-schema.ts';
import { WrittenPolicy } from './policy-schema.ts';
import { WrittenScenario } from './scenarios/scenario-schema.ts';

const WRITTEN = {
  events: [WrittenEvents, 'workflows/events.yaml: what production systems send, and what we send'],
  policy: [WrittenPolicy, 'workflows/policy.yaml: what holds for every journey'],
  gestures: [WrittenGestures, 'workflows/gestures.yaml: what may be given, by whom, and how much of it'],
  journey: [WrittenJourney, 'workflows/journeys/*.yaml'],
  moment: [WrittenMoment, 'The front matter of workflows/moments/*.md'],
  pages: [WrittenPages, 'workflows/pages/*.yaml: what the pages for customers say in a language'],
  scenario: [WrittenScenario, 'workflows/scenarios/*.yaml: journeys are tested like code'],
} as const;

/** The JSON Schemas that editors complete and check with, by file name. */
export const jsonSchemas = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.entries(WRITTEN).map(([name, [schema, title]]) => [
      `${name}.json`,
      { title, ...(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema) },
    ]),
  );

/** As the files hold them. */
export const schemaText = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;
