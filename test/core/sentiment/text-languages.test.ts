import { describe, expect, it } from 'vitest';
import { readText } from '../../../core/sentiment/text.embedded.ts';
import { READ_LANGUAGES } from '../../../language/catalogue/languages.ts';
import { all, moods } from './moods.ts';

describe('the language of a text', () => {
  it('reads short English of which most words are in other languages, too', () => {
    expect(readText('The service is bad').mood).toBe('negative');
    expect(readText('Our hotel was super').mood).toBe('positive');
  });

  it('answers unknown, and no guess, for another language or no words', () => {
    const texts = [
      'サポート problem 最悪 返事 ない refund',
      'サービスが最悪です',
      'Ужасный сервис, никто не отвечает',
      'خدمة سيئة جدا',
      '',
      '  \n 4471-220 ',
    ];
    for (const text of texts) expect(readText(text)).toMatchObject({ mood: 'unknown', value: 0 });
  });

  it('reads the languages that it has a model of, and guesses nothing of the others', () => {
    const texts = {
      de: 'Das ist eine Katastrophe, ich warte seit drei Wochen auf mein Geld 😡',
      fr: 'Votre service est une honte, trois semaines que personne ne répond',
      es: 'El servicio es terrible y nadie contesta',
      it: 'Il servizio è pessimo, non funziona niente',
      pt: 'Serviço horrível, não recomendo a ninguém',
      nl: 'Waardeloos, ik wacht al drie weken op een antwoord',
    };
    for (const [language, text] of Object.entries(texts)) {
      const isRead = READ_LANGUAGES.some((read) => read === language);
      expect(readText(text)).toMatchObject(isRead ? { mood: 'negative', language } : { mood: 'unknown', value: 0 });
    }
  });

  it('knows a language from a few words, and takes none for English that only shares words with it', () => {
    const others = [
      'Service katastrophal',
      'Missä pakettini on, tämä on kamalaa',
      'A csomagom még mindig nem érkezett meg, ez a szolgáltatás borzalmas',
      'Siparişim hala gelmedi, rezalet',
      'Unde este coletul meu',
      'Gdzie jest moja paczka',
      'Mitt paket har inte kommit',
      'Min ordre er forsinket',
      'Paket saya belum sampai, sangat kecewa',
      'order cancelled por favor',
    ];
    expect(moods(others)).toEqual(all(others, 'unknown'));
    const english = [
      'Unusable',
      'Terrible!',
      'Excellent service',
      'slow website',
      'late refund',
      'Spot on.',
      'Parcel missing',
      'excellent app',
      'Great pizza',
      'awful burger',
      'Is currency exchange possible?',
      'pending transaction?',
    ];
    expect(Object.values(moods(english))).not.toContain('unknown');
  });
});
