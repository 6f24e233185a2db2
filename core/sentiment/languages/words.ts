import type { Language } from '../../../language/catalogue/languages.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Small words by which a language is known, apostrophes left out; several languages may share one. */
export const SMALL_WORDS: Record<Exclude<Language, 'en'>, string[]> = {
  de: words(`
    der die das den dem des ein eine einen einem einer eines und oder aber wenn weil dass ob als wie was wer wo wann warum wieso
    ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch sich mein meine meinen meinem meiner dein deine ihre ihren ihrem ihrer unser unsere
    ist sind war waren bin bist wird werden wurde wurden hat habe haben hatte hatten kann können könnte könnten muss müssen soll sollte will
    möchte möchten würde würden gibt geht nicht kein keine keinen keiner nichts nie niemand immer noch schon sehr auch nur nun jetzt heute
    gestern morgen wieder seit bei mit von vom zu zum zur für auf aus nach über unter vor hinter ohne durch gegen um im am beim bis dann
    da dort hier hallo danke bitte guten tag grüße grüßen sehr geehrte damen herren mal doch ja nein so diese dieser dieses diesen alles alle
    mehr wegen leider bereits endlich gut schlecht super toll schade kundenservice lieferung rechnung bestellung vielen dank herzlichen
    funktioniert angekommen bekommen gekommen gemacht warte wochen tage tagen stunden uhr euro trotz trotzdem denn weder etwas`),
  fr: words(`
    le la les un une des du de et ou mais si que qui quoi dont où quand comment pourquoi je tu il elle on nous vous ils elles me te se moi
    mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces ça cela cest nest jai javais jaurais jaimerais quil quon
    est sont suis es sommes êtes était étais ai as avons avez ont avait fait faire été être avoir peut peux pouvez pourriez voudrais dois
    ne pas plus jamais rien personne aucun aucune sans avec pour par dans sur sous chez vers entre depuis pendant après avant encore
    toujours déjà très trop bien mal aussi alors donc puis bonjour bonsoir merci svp cordialement madame monsieur au aux en y à
    tout toute tous toutes même autre cher quel quelle quelles aujourdhui hier demain semaine semaines jours mois heures
    lapplication lagence lappareil dun dune quelquun sil colis commande livraison facture service reçu bravo`),
  es: words(`
    el la los las un una unos unas y o pero si que quien cual cuando cómo como dónde donde qué por para porque con sin de del al en a
    yo tú él ella nosotros ustedes usted vosotros ellos me te se le les lo nos mi mis tu tus su sus nuestro nuestra este esta estos estas
    ese esa eso esto es son está están soy estoy era fue ha he han hemos había hay hace hacer tengo tiene tienen puedo puede pueden podrían
    quiero quisiera querría no ni nunca nada nadie siempre todavía aún ya muy más menos también tampoco bien mal hola gracias buenos buenas
    días tardes favor saludos desde hasta sobre entre después antes ahora hoy ayer mañana otra otro vez todo todos toda pedido factura
    cliente semanas horas meses llegado sigue sigo solo sólo cuenta dinero excelente atención funciona`),
  nl: words(`
    de het een en of maar als dat die dit deze wat wie waar wanneer hoe waarom ik jij je u hij zij ze wij we jullie hen mij me
    mijn jouw uw zijn haar ons onze hun is was waren ben bent heb heeft hebben had hadden word wordt worden werd kan kunnen kunt zou zouden
    moet moeten wil willen graag niet geen nooit niets niemand altijd nog al heel erg zeer ook alleen nu vandaag gisteren morgen weer
    sinds bij met van naar voor op uit over onder tegen door om in aan te tot dan daar hier er hallo beste dank bedankt alsjeblieft alstublieft
    groet groeten vriendelijke goed slecht toch wel iets alles allemaal meer omdat helaas eindelijk bestelling pakket levering factuur
    klantenservice weken dagen uur euro gekregen gedaan gaat staat komt krijg wacht steeds mogelijk nieuwe lukt`),
  it: words(`
    il lo la i gli le un uno una e ed o ma se che chi cui quando come dove perché per con senza di del dello della dei degli delle da dal
    dalla in nel nella nei nelle a al alla ai alle su sul sulla io tu lui lei noi voi loro mi ti si ci vi ne mio mia miei mie tuo tua suo sua
    nostro nostra vostro vostra questo questa questi queste quello quella è sono sei siamo siete era erano ho hai ha abbiamo avete hanno avevo
    posso può possono potete potreste vorrei volevo devo non né mai niente nulla nessuno nessuna sempre ancora già molto più meno anche solo
    bene male ciao salve buongiorno buonasera grazie prego cordiali saluti dopo prima adesso ora oggi ieri domani tutto tutti tutta ogni
    settimane giorni mesi ore pacco ordine fattura servizio assistenza arrivato ricevuto funziona dallaltro lapp cè dellordine ottimo pessimo`),
  pt: words(`
    o a os as um uma uns umas e ou mas se que quem qual quando como onde porque porquê para por com sem de do da dos das em no na nos nas ao
    à aos às pelo pela eu tu ele ela nós vocês você eles elas me te lhe vos meu minha meus minhas teu tua seu sua nosso nossa este esta
    isto esse essa isso aquele é são está estão estou sou era foi fui tem tenho têm tinha há fazer faz posso pode podem podia poderia
    gostaria queria quero não nem nunca nada ninguém sempre ainda já muito mais menos também só bem mal olá oi obrigado obrigada bom boa dia
    tarde noite favor cumprimentos desde até sobre entre depois antes agora hoje ontem amanhã outra outro vez tudo todos toda encomenda
    pedido fatura conta cliente semanas dias horas meses chegou recebi funciona atendimento ótimo péssimo vocês pra tá
    dá tô vai vou vamos ficou fica fico deu dar ter ser ver disse disseram sim só até lá aí às num numa pelos pelas cada mesmo mesma toda todas
    vosso vossa vossos vossas convosco comigo dele dela daqui então assim quanto quantos melhor pior duas dois três mal tudo`),
};

/** Endings that a language has and its neighbours have not. Words in it that are small or common are known without them. */
export const OWN_ENDINGS: [Exclude<Language, 'en'>, RegExp][] = [
  ['pt', /..(ão|ões|ães)$|.[aeiouáéíóúâêô](nh|lh)[ao]s?$/],
];

/** Small words of neighbours that have no model, so that they are taken for none of those that have. */
export const OTHER_WORDS: string[][] = [
  // Swedish, Danish, Norwegian
  words(`och att det som är jag inte ett på för av med till den har de en om var men han hon vi ni mig dig min mitt mina era hej tack från kan ska
    skulle varit blev när där här nu mycket bra dålig igen fortfarande veckor dagar vänta väntat kommit mitt paketet beställning ingen aldrig`),
  words(`og at det som er jeg ikke et på for af med til den har de en om var men han hun vi i mig dig min mit mine jeres hej tak fra kan skal
    ville været blev når der her nu meget god dårlig igen stadig uger dage vente ventet kommet pakken bestilling ingen aldrig
    være meg deg ditt hei takk ikkje fikk får veldig bra dere eg`),
  // Polish, Czech, Slovak
  words(`nie jest się na z i w do to że jak ale za po od co czy tak mam moje moja mój już jeszcze bardzo proszę dziękuję dzień dobry gdzie
    kiedy przez dla są był była paczka zamówienie nikt nigdy tylko jestem`),
  words(`je se na v že a to s z do jak ale po od co tak mám moje už ještě velmi prosím děkuji dobrý den kde kdy pro jsou byl byla balík objednávka
    nikdo nikdy jsem není som nie ďakujem`),
  // Romanian, Catalan, Galician
  words(`și si nu este sunt am ai are au la de pe în cu din ce că un o mai pentru care mi îmi meu mea foarte bine rău mulțumesc bună ziua unde
    când coletul comanda nimeni niciodată încă acum dar sau nici doar fost`),
  words(`el la els les un una i o però si que qui com per amb sense de del dels al en jo tu ell nosaltres vostè em et es li ho meu meva seu
    aquest aquesta és són estic està he ha han hi més molt també ja encara mai res ningú gràcies hola bon dia dies setmanes
    comanda factura tinc puc vull ara avui ahir voldria podríeu donar baixa partir gener mes estic molta contenta dues vegades mateixa`),
  words(`o a os as un unha uns unhas e ou mais se que quen como onde porque para por con sen de do da dos das en no na eu ti el ela nós vostede
    meu miña seu súa este esta é son está estou ten teño non nin nunca nada ninguén sempre aínda xa moi tamén ben mal ola grazas bo bos días
    pedido factura agora hoxe onte mañá poderían quixera enderezo cambiar mes vén coa coas co cos pola polo moita moitas contenta nova novo dá vai vou vamos deu dar ter ser ver cada mesmo mesma toda todas lá aí ata dúas dous tres mal todo`),
  // Hungarian, Finnish, Estonian, Turkish, Indonesian
  words(
    `és a az nem hogy egy is van volt de csak még már meg mert ha kell nagyon köszönöm kérem jó napot hol mikor senki soha vagyok ez`,
  ),
  words(`ja on ei se että en minä olen oli mutta vain vielä jo kun jos hyvää päivää kiitos missä milloin ole minun kukaan koskaan tämä mitä
    ma ei ole see mis kui aga veel juba väga tere aitäh palun`),
  words(`ve bir bu da de için çok ama değil var yok ne ben siz bana hala daha gibi kadar sonra teşekkürler merhaba nerede kimse hiç oldu
    yang dan di tidak saya ini itu ada untuk dengan sudah belum akan bisa terima kasih tolong dari ke karena sangat kalian`),
  // Afrikaans, Frisian, Luxembourgish, Low German
  words(
    `die en van is nie het ek jy hy sy ons dit wat met vir om te aan op se my baie dankie asseblief waar wanneer net nog weer almal niks niemand
    julle hulle hierdie daardie was sal kan moet wil sou kon nou hoe laat oop by as maar ook uit toe hier wees gewees gister vandag môre dis sê gesê
    gekry gegee twee drie keer week weke maand jaar iemand graag werk meer doen maak volgende goed diens kos bed kamer telefoon toestel winkel
    rekening bestelling geld jou jul restaurant verander betaal gevat hoor`,
  ),
  words(`de it in is en net ik do hy sy wy jimme jo myn dyn fan op yn foar mei oan by as mar ek wat hoe wer no noch al alles nimmen neat hawwe ha hie
    haw wie wiene kin kinne moat moatte wol tige tank goed mear dwaan dei dagen wike wiken moanne oere trije twa jout iten kâld pakje masine wachte`),
  words(`de an den net ass ech mir dir si hunn huet ginn keng wéi wat mäi meng äre merci moien well awer`),
  words(`ik du he se wi ji de dat den en un is nich mien dien uns jo mit för op to an bi as ok nu noch wedder allens nüms nix hebbt hett heff weer kann
    mutt will velen dank hülp löppt dree twee weken dag daag paket all antert`),
  // Papiamento
  words(
    `mi bo e nos boso nan ta tin a di na ku pa no ke por un otro tur kos bon masha danki awor hende siman luna adres warda kambia muda`,
  ),
];
