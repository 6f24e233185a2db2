import type { Lexicon } from './lexicon.ts';

export const NL: Lexicon = {
  awful: `schandalig* schande schandalige belachelijk* onacceptabel* onaanvaardbaar* ongelofelijk* ongelooflijk* vreselijk* verschrikkelijk* afschuwelijk*
    waardeloos* waardeloze rampzalig* ramp drama dramatisch* bedroevend* beneden peil oplicht* oplichter* diefstal bedrog bedrieg* bedonder* belazer*
    leugen* liegen gelogen klote* kut kutbedrijf troep rotzooi rommel zooi woedend boos razend furieus kwaad walgelijk* smerig* ergerlijk* idioot* idiote
    dom domme incompeten* onbekwaam* respectloos* onbeschoft* brutaal* schofterig* nachtmerrie slechtste ergste advocaat geschillencommissie
    consumentenbond schaam schamen lachertje aanfluiting prutsers prutswerk amateurs zielig* onmenselijk* beu zat spuugzat nooit-meer`,
  bad: `slecht* teleurgesteld* teleurstell* teleur helaas jammer probleem problemen kapot* stuk defect* beschadigd* kras* gebroken verdwenen kwijt zoek
    vertraagd* vertraging te-laat laat traag* langzaam* duur* koud* koude vies* vieze vuil* lawaai herrie onaardig* onvriendelijk* onbeleefd* genegeerd
    negeer* negeren vergeten tevergeefs omslachtig* ingewikkeld* verwarrend* onduidelijk* oneerlijk* onterecht* dubbel* fout* verkeerd* ontevreden
    irritant* irriteer* ergern* erger vervelend* moe verdrietig* frustrerend* frustratie hapert storing* storingen crasht vastgelopen loopt vast
    uitval* geweigerd afgewezen geblokkeerd onmogelijk* smakeloos* flauw rauw aangebrand bedorven beschimmeld ondanks terwijl hoewel zogenaamd beloofd*
    belofte* beloften toegezegd opzeg* klacht* klagen aanmaning* incasso deurwaarder kastje muur afgescheept afgepoeierd zou had afgeschreven gerekend
    boete stilte laten staan steek gammel* goedkoop* onbetrouwbaar* onbruikbaar*`,
  waiting: `wacht wachten gewacht wachttijd nog steeds alweer weer opnieuw steeds altijd al sinds keer keren eindelijk telkens eeuwigheid eeuwen zoveelste
    derde vierde vijfde tweede constant voortdurend wekenlang maandenlang urenlang`,
  unit: 'minuut minuten uur uren dag dagen week weken maand maanden jaar jaren',
  count: '# een twee drie vier vijf zes zeven acht negen tien twaalf meerdere paar half halve hele',
  not: 'niet geen nooit niemand niets niks zonder nergens noch nauwelijks',
  good: `goed goede vriendelijk* aardig* behulpzaam* behulpzame snel snelle vlot* makkelijk* eenvoudig* gemakkelijk* duidelijk* netjes nette schoon* schone
    lekker* tevreden blij gelukkig opgelucht fijn* prettig* rustig* geduldig* professione* kundig* deskundig* opgelost verholpen werkt geholpen
    hulp handig* betrouwbaar* stipt op-tijd aanrader aanbevel* aanraden kwaliteit plezier gastvrij* gezellig* attent* meedenkend* correct* keurig* leuk*
    mooi* lief lieve waardeer* bewonder* complimenten compliment soepel* probleemloos`,
  great: `super top geweldig* fantastisch* uitstekend* perfect* prima schitterend* briljant* heerlijk* voortreffelijk* uitmuntend* topservice toppers
    topper kanjer* held helden beste fenomenaal* klasse subliem* onwijs dolblij petje sterren gered chapeau hulde verrast`,
  thanks: 'dank bedankt dankjewel dankuwel dankbaar merci thanks',
  asks: `kunt kan kun zou-u wilt graag hoe waar wanneer welke hoeveel wat mogelijk vraag vraagje weten informatie bijgevoegd bijlage alvast verzoek
    wens suggestie idee tip alstublieft alsjeblieft hierbij`,
};
