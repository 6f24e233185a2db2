import { plainWords } from './plain-words.ts';

/** Words to which carriers and regulators bind us, and the common ones of a language. Blanks within do not count: `opt out`. */
const words = (...lists: string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(',').map((word) => plainWords(word).replaceAll(' ', ''))));

/** Alone in a text: no more of these. */
export const STOP = words(
  // What AWS and the carriers of the United States and Canada take, and what the FCC adds.
  'stop, unsubscribe, end, quit, cancel, opt out, remove, revoke, arret, td',
  'unsub, unsubscribe me, remove me, stop texts, stop texting, stop it, stop sms, stop messages, stop emails, no more',
  // German
  'stopp, abmelden, abmeldung, abbestellen, austragen, aufhören, aufhoeren, ende, löschen, loeschen',
  // French
  'arrêter, arrêtez, désabonner, désabonnement, désabonnez moi, désinscrire, désinscription, désinscrivez moi, fin, annuler',
  // Spanish and Portuguese
  'baja, darme de baja, dar de baja, parar, pare, alto, cancelar, terminar, detener, salir, eliminar',
  'sair, descadastrar, descadastre, remover, cancele',
  // Italian
  'basta, ferma, fermare, cancella, cancellami, cancellazione, annulla, disiscrivi, disiscrivimi, disiscrizione',
  // Dutch, Danish, Norwegian, Swedish, Finnish
  'stoppen, afmelden, uitschrijven, afmeld, frameld, avmeld, avregistrera, avsluta, avanmäl, lopeta, peruuta',
  // Polish, Czech, Slovak, Hungarian, Romanian, Croatian
  'rezygnuję, wypisz, koniec, anuluj, odhlásit, konec, odhlásiť, zrušit, leiratkozás, leiratkozom, dezabonare, odjava',
  // Turkish, Greek, Russian, Ukrainian
  'iptal, ret, dur, στοπ, διακοπή, стоп, отписаться, отпишите, отписка, отмена, відписатися, скасувати',
  // Hebrew, Arabic, Japanese, Chinese, Korean
  'הסר, הסירו, הפסק, إلغاء, توقف, قف, 停止, 配信停止, 解除, ストップ, 退订, 退訂, 取消, 取消订阅, 수신거부, 중지, 거부',
);

/** Alone in a text: no more of anything. */
export const STOP_ALL = words(
  'stop all, end all, cancel all, opt out all, unsubscribe all, remove all, alle abmelden, tout arrêter',
);

/** Alone in a text message: again, please. `YES` is not one: it answers questions too. */
export const START = words(
  'start, unstop, opt in, subscribe, resubscribe, restart',
  'anmelden, wieder anmelden, réabonner, reprendre, alta, iniciar, reanudar, iscrivi, iscrivimi, avvia, aanmelden',
  'tilmeld, starta, aloita, zapisz, başla, старт, подписаться, 開始, 订阅, 시작, ابدأ',
);

/** What courtesy adds to a word. */
export const COURTESY = words(
  'please, pls, plz, now, thanks, thank, you, thx, ok, hi, hello, bitte, danke, jetzt, sofort, merci, svp, stp',
  'por, favor, gracias, obrigado, obrigada, per, favore, grazie, alstublieft, aub, bedankt, tack, tak, takk, kiitos',
  'proszę, prosím, kérem, lütfen, пожалуйста, спасибо, お願いします',
);
