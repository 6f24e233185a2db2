import { type JsonSchema, stepKinds } from './json-schema.ts';
import { wordTable } from './words.ts';

/** A place in a page that no table belongs to. */
export class UnknownTable extends Error {
  override name = 'UnknownTable';
}

const MARKED = /(<!-- words: (\S+) -->\n)[\s\S]*?(<!-- \/words -->)/g;

/** Tables by name: `journey` and the other schemas, `journey/send` and the other kinds of steps. */
const tablesOf = (schemas: Record<string, JsonSchema>): Map<string, JsonSchema> => {
  const named = Object.entries(schemas).map(([file, schema]) => [file.replace(/\.json$/, ''), schema] as const);
  return new Map(
    named.flatMap(([name, schema]) => [
      [name, schema] as const,
      ...[...stepKinds(schema)].map(([kind, step]) => [`${name}/${kind}`, step] as const),
    ]),
  );
};

/** The page with its marked tables as the schemas have them. Throws UnknownTable. */
export const withTables = (page: string, schemas: Record<string, JsonSchema>): string => {
  const tables = tablesOf(schemas);
  return page.replace(MARKED, (_, begins: string, name: string, ends: string) => {
    const schema = tables.get(name);
    if (!schema)
      throw new UnknownTable(`there is no table \`${name}\`: take it out, or name ${[...tables.keys()].join(', ')}`);
    return `${begins}${wordTable(schema)}\n${ends}`;
  });
};
