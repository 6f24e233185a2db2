import type { Lexicon } from './lexicon.ts';

export const DE: Lexicon = {
  awful: `katastroph* unverschämt* frechheit frech* unfassbar* skandal* betrug betrüg* betrog* abzock* beschiss* scheiß* scheiss* mist saftladen
    sauladen drecksladen furchtbar* schrecklich* grauenhaft* miserabel* mies* unterirdisch* lächerlich* witz verarsch* wütend sauer stinksauer
    empör* hass* hasse kotz* ekel* eklig* widerlich* unmöglich* inakzeptabel* untragbar* unzumutbar* schlimmst* schlechtest* desaströs*
    desaster horror alptraum albtraum zumutung inkompet* unfähig* respektlos* unprofession* lüge* lügen gelogen dreist* bodenlos* schande
    nutzlos* wertlos* sinnlos* erbärmlich* armselig* anwalt verbraucherzentrale anzeige schlamp* idiot* dumm* frust* peinlich* anlüg* blamage
    verschaukel* veräppel* hingehalten vertröst* abgewimmelt abgespeist nie-wieder reicht schnauze platzt kragen trauerspiel armutszeugnis`,
  bad: `schlecht* enttäusch* ärger* verärgert* nervig* nervt nerven leider schade unfreundlich* unhöflich* unzufrieden* unbefriedig* mangelhaft*
    kaputt* defekt* beschädigt* zerbroch* zerkratz* fehlerhaft* verspät* verloren verschwund* ignorier* vergess* vergeblich umsonst mühsam
    umständlich* chaos chaotisch* chaot* schmutzig* dreckig* kalt* laut* alt* langsam* lahm* teuer* überteuert* wucher* versprochen zugesagt
    angeblich angekündigt doppelt falsch* mahnung* mahn* inkasso beschwer* reklam* mühe sorge* traurig* unklar* unverständlich* verwirr* ratlos*
    hilflos* allein* stich gelassen geschmacklos* fad* matschig* verdorben* ungenießbar verschimmelt* versalzen* abgebrochen stürzt abstürz* absturz
    hängt spinnt ruckelt streikt pech schäbig* lieblos* unsauber* verdreckt* muff* billig* minderwertig* unzuverlässig* unbrauchbar* ausgefall*
    verpasst warteschleife abgewiesen abgelehnt gekündigt kündig* wegen trotz trotzdem obwohl statt sondern anstatt eigentlich`,
  waiting: `warte warten wartet gewartet warteten wartezeit wartezeiten hänge immer noch wieder schon erneut mehrfach mehrmals dauernd ständig
    ewig ewigkeiten seit erst endlich bisher wochenlang monatelang tagelang stundenlang nochmal nochmals zigmal zigste* dritte* vierte* fünfte*
    zweite* xte mal`,
  unit: 'minute minuten stunde stunden std tag tage tagen woche wochen monat monate monaten jahr jahre jahren',
  count: '# ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf halbe* ganze* mehrere* zig paar',
  not: 'nicht kein* nie niemals niemand nichts nix keinerlei weder ohne nirgends nirgendwo null',
  good: `gut* freundlich* nett* hilfsbereit* zufrieden* schnell* zügig* prompt* problemlos* reibungslos* unkompliziert* einfach* übersichtlich*
    pünktlich* sauber* lecker* gemütlich* kompetent* zuverlässig* fair* flott* klasse schön* gern* freu* froh glücklich* erleichtert* empfehl*
    empfohlen gelöst erledigt geklappt klappt funktioniert läuft geholfen hilfreich* geduldig* bemüht* liebevoll* lieb* sympathisch*
    aufmerksam* entspannt* kulant* angenehm* passt hut wert lob* respekt`,
  great: `super* toll* großartig* fantastisch* hervorragend* ausgezeichnet* perfekt* wunderbar* spitze* spitzen* genial* begeister* liebe* traumhaft* einwandfrei*
    top* mega* hammer* phänomenal* brillant* exzellent* erstklassig* sensationell* vorbildlich* bestens beste* bester überrasch* tausend herzlich*
    dankbar* gerettet rettung chapeau sterne weiterempfehl* jederzeit`,
  thanks: 'danke dank dankeschön bedank* vielen merci',
  asks: `bitte könnte* könnten können kann würde* würden möchte* wie wo wann welche* gibt ob brauche bräuchte benötige frage anfrage wünsch* schön wäre
    vorschlag hinweis info information mitteilen teile hiermit anbei termin`,
};
