import type { PackedModel } from '../../../../../core/sentiment/model/model.ts';

const FROM_PUBLIC = `
 *
 * Some of it was learned from public texts: GoEmotions (Demszky et al., ACL 2020, Apache-2.0) and Banking77 (Casanueva et al., 2020,
 * CC BY 4.0, PolyAI).`;

/** The module that carries a model. */
export const sourceOf = ({ table, ...rest }: PackedModel): string => {
  const name = rest.language.toUpperCase();
  return `import type { PackedModel } from '../model.ts';

/**
 * Learned, not written: test/core/sentiment/fit/model/main.ts.${rest.language === 'en' ? FROM_PUBLIC : ''}
 */
export const ${name}: PackedModel = {
  ...${JSON.stringify(rest)},
  table:
    '${table}',
};
`;
};
