import type { Language } from '../../../language/catalogue/languages.ts';

const words = (list: string): Set<string> => new Set(list.split(/\s+/));

/** Words that turn what follows them. */
export const NEGATORS: Record<Language, Set<string>> = {
  en: words(
    `not no never without nobody none nothing hardly barely cannot cant wont dont doesnt didnt isnt arent wasnt werent
    havent hasnt hadnt couldnt wouldnt shouldnt aint`,
  ),
  de: words('nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne nix kaum weder'),
  fr: words('pas jamais sans aucun aucune rien personne ni plus guère'),
  es: words('no nunca jamás sin nadie nada ningún ninguna ninguno ni tampoco'),
  nl: words('niet geen nooit niemand niets zonder niks nauwelijks noch'),
  it: words('non mai senza nessuno nessuna nessun niente nulla né mica'),
  pt: words('não nao nunca jamais sem ninguém nada nenhum nenhuma nem'),
};

/** Words after which what counts is said: "but". */
export const TURNS: Record<Language, Set<string>> = {
  en: words('but however yet unfortunately still'),
  de: words('aber doch jedoch leider trotzdem dennoch'),
  fr: words('mais cependant pourtant malheureusement'),
  es: words('pero sino desgraciadamente lamentablemente'),
  nl: words('maar echter helaas toch'),
  it: words('ma però tuttavia purtroppo'),
  pt: words('mas porém contudo infelizmente'),
};

/** Words that begin what is conceded, up to a comma: "Although it rained, …". Learned from in English alone. */
export const CONCEDES: ReadonlySet<string> = words('although though while whilst despite');
