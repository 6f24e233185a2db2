import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentencesOf, wordsOf } from '../../../../core/sentiment/english/tokens.ts';
import { languageOf } from '../../../../core/sentiment/languages/detect.ts';
import { LANGUAGES } from '../../../../language/catalogue/languages.ts';
import { memoizeByKey } from '../../../../language/catalogue/memoize-by-key.ts';
import { ownTexts, tuningTexts } from '../fit/model/texts.ts';

/** Most texts are asked about more than once. */
const of = memoizeByKey((text) => languageOf(text, wordsOf(sentencesOf(text))), 20_000);

const OTHERS = [
  'Hej, mitt paket har inte kommit ännu och jag har väntat i tre veckor.',
  'Min ordre er forsinket, og ingen svarer på telefonen.',
  'Jeg venter fortsatt på pakken min, dette er veldig dårlig service',
  'Mange tak for hjælpen, super service',
  'Perfekt, tusen takk',
  'Missä pakettini on, tämä on kamalaa',
  'Gdzie jest moja paczka? Czekam już trzy tygodnie.',
  'Kde je můj balík? Čekám už dva týdny.',
  'Unde este coletul meu? Aștept de două săptămâni.',
  'Mulțumesc, serviciu excelent',
  'El meu paquet encara no ha arribat, fa dues setmanes que espero i ningú respon.',
  'Moltes gràcies, un servei excel·lent',
  'O meu paquete aínda non chegou e ninguén responde ao teléfono.',
  'A csomagom még mindig nem érkezett meg',
  'Siparişim hala gelmedi, rezalet bir hizmet',
  'Paket saya belum sampai, sangat kecewa dengan layanan ini',
  'Ek wag nog steeds vir my pakkie, dit is baie swak diens',
  'Kje je moj paket? Čakam že dva tedna.',
  'Minu pakk ei ole veel saabunud',
  'Kur yra mano siuntinys?',
  'Nasaan na po ang order ko? Ang tagal naman',
  'Đơn hàng của tôi vẫn chưa đến',
  'Ужасный сервис, никто не отвечает',
  'サービスが最悪です',
];

describe('the language of a text', () => {
  it('is none of those that are read for their neighbours', () => {
    expect(OTHERS.filter((text) => of(text) !== undefined)).toEqual([]);
  });

  it('is hardly ever taken for one that is read, however near the two are', () => {
    const near = readFileSync('test/core/sentiment/languages/others.tsv', 'utf8').trimEnd().split('\n');
    const falseMatches = near.filter((line) => of(line.split('\t')[1] ?? '') !== undefined);
    expect(falseMatches.length / near.length).toBeLessThan(0.05);
    for (const language of ['af', 'gl', 'ca'])
      expect(falseMatches.filter((line) => line.startsWith(language)).length).toBeLessThan(3);
  });

  it('is hardly ever taken for another', () => {
    for (const language of LANGUAGES) {
      const texts = [...(language === 'en' ? tuningTexts() : []), ...ownTexts(language)];
      const falseMatches = texts
        .map(({ text }) => of(text))
        .filter((other) => other !== undefined && other !== language);
      if (texts.length > 0) expect(falseMatches.length / texts.length).toBeLessThan(0.006);
    }
  });

  it('is known of most texts, and of few words', () => {
    for (const language of LANGUAGES) {
      const texts = [...(language === 'en' ? tuningTexts() : []), ...ownTexts(language)];
      // "Oi." and "Nos casamos en agosto." could be of several.
      const spoken = texts.filter(({ text }) => text.split(/\s+/).length >= 5);
      const matches = spoken.filter(({ text }) => of(text) === language);
      if (spoken.length > 0) expect(matches.length / spoken.length).toBeGreaterThan(0.95);
    }
    expect(of('excellent app')).toBe('en');
    expect(of('awful burger')).toBe('en');
    expect(of('pending transaction?')).toBe('en');
    expect(of('Atenção, informação errada')).toBe('pt');
  });
});
