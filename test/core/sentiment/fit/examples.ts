import { ownWords } from '../../../../core/sentiment/clean.ts';
import { withoutManners } from '../../../../core/sentiment/english/manners.ts';
import { exampleOf, hitsIn } from './example.ts';
import { ownTexts, tuningTexts } from './model/texts.ts';

/** The English messages of the project as what is fitted. */
export const examples = [...tuningTexts(), ...ownTexts('en')].map(({ text, mood }) =>
  exampleOf(...hitsIn(withoutManners(ownWords(text))), mood === 'negative'),
);
