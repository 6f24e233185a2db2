import type { Toy } from '../toy.ts';

/** Countries, by two letters. */
export const country: Toy = {
  recipe: 'A new type of event field',
  names: {},
  changes: {
    'language/catalogue/field-type.ts': [
      {
        after: 'export const FIELD_TYPES = {\n',
        insert: `  nation: {
    expected: 'a country',
    kind: 'text',
    schema: z.string().regex(/^[A-Z]{2}$/),
    varies: false,
    example: () => 'PT',
  },
`,
      },
    ],
    'test/language/catalogue/field-type.test.ts': [
      { after: 'const STRANGE: Record<NamedType, unknown> = {\n', insert: "  nation: 'Portugal',\n" },
    ],
    'docs/language.md': [{ after: '| `phone` | `+442071838750` |\n', insert: '| `nation` | `PT` |\n' }],
  },
};
