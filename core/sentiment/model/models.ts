import type { Language } from '../../../language/catalogue/languages.ts';
import { type Model, type PackedModel, unpack } from './model.ts';
import { DE } from './weights/de.ts';
import { EN } from './weights/en.ts';
import { ES } from './weights/es.ts';
import { FR } from './weights/fr.ts';
import { IT } from './weights/it.ts';
import { NL } from './weights/nl.ts';
import { PT } from './weights/pt.ts';

/** The languages that are read: each kept its word on messages of a writer that it had not learned from (docs/sentiment.md). */
const PACKED: Partial<Record<Language, PackedModel>> & { en: PackedModel } = {
  ...{ en: EN, de: DE, fr: FR, es: ES, nl: NL, it: IT, pt: PT },
};

const unpacked = new Map<Language, Model>();

/** The model of a language, unpacked when it is first asked for; undefined where there is none. */
export const modelOf = (language: Language): Model | undefined => {
  const packed = PACKED[language];
  const cached = unpacked.get(language);
  if (cached || !packed) return cached;
  const model = unpack(packed);
  unpacked.set(language, model);
  return model;
};
