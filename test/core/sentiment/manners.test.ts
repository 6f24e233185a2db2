import { describe, expect, it } from 'vitest';
import { withoutManners } from '../../../core/sentiment/english/manners.ts';
import { readText } from '../../../core/sentiment/text.embedded.ts';

describe('what a letter begins and ends with', () => {
  it.each([
    ['Dear Sir or Madam, it never came. Yours faithfully, G. Holloway', 'it never came.'],
    ['Good evening, it never came. Best regards, Piotr', 'it never came.'],
    ['Hi there! It never came.\nKind regards\nAnna Maria Lund', 'It never came.'],
    ['Hello Tom, it never came. Best, Lena', 'it never came.'],
    ['With best wishes in mind we ordered a cake.', 'With best wishes in mind we ordered a cake.'],
    ['It was the best', 'It was the best'],
    ['Good morning is what nobody said.', 'Good morning is what nobody said.'],
    ['Best regards, Tom', 'Best regards, Tom'],
    ['It never came. Thanks', 'It never came. Thanks'],
  ])('is left out of “%s”', (text, rest) => {
    expect(withoutManners(text).trim()).toBe(rest);
  });

  it('changes no mood', () => {
    const complaint = 'the room was dirty and nobody came.';
    expect(readText(`Dear team, ${complaint} Kind regards, Tom`).value).toBe(readText(complaint).value);
  });
});
