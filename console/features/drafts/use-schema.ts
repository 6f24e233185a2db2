import { useEffect, useState } from 'react';
import type { JsonSchema } from '../../../language/read/docs/json-schema.ts';
import { Overtaken } from '../../worker/client.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';

/** The schema of a file, once the worker has said it. */
export const useSchema = (workbook: Workbook, path: string): JsonSchema | undefined => {
  const [schema, setSchema] = useState<JsonSchema>();
  useEffect(() => {
    workbook.ask('schema', { path }).then(setSchema, (error: unknown) => {
      if (!(error instanceof Overtaken)) throw error;
    });
  }, [workbook, path]);
  return schema;
};
