import type { JsonSchema } from '../../language/read/docs/json-schema.ts';
import { jsonSchemas } from '../../language/read/schemas.ts';

const OF: readonly [RegExp, string][] = [
  [/^journeys\/.+\.yaml$/, 'journey'],
  [/^moments\/.+\.md$/, 'moment'],
  [/^scenarios\/.+\.yaml$/, 'scenario'],
  [/^pages\/.+\.yaml$/, 'pages'],
  [/^(events|policy|gestures)\.yaml$/, '$1'],
];

/** The schema of a file of workflows/, by its path; undefined of what has none. */
export const createSchemaOf = (): ((path: string) => JsonSchema | undefined) => {
  let schemas: Record<string, JsonSchema> | undefined;
  return (path) => {
    const [pattern, name] = OF.find(([each]) => each.test(path)) ?? [];
    if (!pattern || name === undefined) return undefined;
    schemas ??= jsonSchemas();
    return schemas[`${path.replace(pattern, name)}.json`];
  };
};
