import type { Language } from '../../../language/catalogue/languages.ts';

/**
 * Words that several messages of a language have, and none of another that is read. Found, not written:
 * test/core/sentiment/fit/model/main.ts.
 */
export const COMMON_WORDS: Record<Exclude<Language, 'en'>, string> = {
  de: `
    abbuchung abend abgebucht abgelehnt abrechnung alte alten anbei anbieter anderes anfang angerufen anschluss
    antrag antwort arbeit aufs auskunft bahnhof beenden bekomme beratung berechnet bescheid besser bestellt besten
    bestätigt betrag bezahlt bild bisschen bleibt brauche brauchen braucht carsharing dabei dafür damit danach darf
    daten dauert davon dazu dienstag direkt donnerstag drei dreimal drin dritte dritten ehrlich eigentlich einfach
    einmal eltern ende enttäuscht erledigt erreichbar erst ersten euer eure eurer fahrer falsche februar fehlen
    fehlt fertig flug formular frage fragen frei freitag freundlich früh früher frühstück fünf fürs gab ganz ganze
    ganzen gar geben gefunden gekündigt geliefert genau genommen gern gerne gerät gesagt geschickt geschlossen gilt
    grad größe gute gutschein hab habt halt haus hiermit hilfe hängt hätte ihnen jahr jahre jahren jede jeden jedes
    jemand kam kaputt karte kollegin kommen kommt konto kostet kurs kurz kurze könnt kündige kündigen kündigung
    laden lassen laut letzte letzten leute leuten liebe liegt lässt läuft löschen machen macht mann mitarbeiter
    monat montag musste mutter möglich nett neu neue neuen nochmal nächste obwohl ordnung paket passiert passt preis
    raus rechnungen reicht richtig rückruf sagen sagt samstag schalter schicken schreiben sechs seid sein seite
    selbst sofort sogar sonntag sonst später statt stehen steht stimmt stunde suche techniker telefon termin tochter
    ungefähr unterlagen urlaub vater versprochen vertrag viele voraus vorher warten wechsel weiß welche welcher
    wenig werde wirklich wissen woche wohnung wollte wäre zahlen zehn zeigt zeit zimmer zufrieden zug zurück zwei
    zweimal zweite zweiten zwischen ändern überweisung`,
  fr: `
    affiche ajouter annuler années août appels appelé appli argent arrivé arrivée ascenseur aurait automatique avis
    banque besoin billet bonne bout boîte calme cassé celui certificat chambre champ changement changé chaque
    cherche cinq collègue combien commandé comme comprends compte compteur connexion contrat couleur coup coupé
    courant courrier cours cuisine cétait côté cœur dattente davance davoir demande demander demandé demi dernier
    dernière deux deuxième devant dimanche dites dix doit dommage données dès début délai dêtre enfant enfants enfin
    envoyé erreur factures fais famille faut femme fille fils fini fois forfait formulaire frais gros heure huit
    idée indique janvier jour journée juillet juin jusquà juste jétais labonnement laisser lancien lappli lassurance
    lettre lheure lieu ligne lire livreur logiciel lundi léquipe maintenant maison manque mardi mari matin menvoyer
    mercredi mettre midi mieux mise mme modèle moins monde montre mère nai nom nouveau nouvelle nuit numéro nétait
    oui ouvert paie paiement panne paquet parce parfait pars passer passé payé perdu personnes petit petits peu
    plainte plaisir plutôt pourrait premier première prendre prenez pris prise prix promis près prélèvement père
    quatre rappel recherche relevé remboursement remboursé remercie remerciements rendez reste retard revient rue
    réception réglé réponse réservation résiliation résilie résilier résilié sais salle salutations samedi selon
    septembre serait sest seul seule seulement sinon soir souhaite suivi taille tard technicien tellement temps
    titres travail trois troisième trouve tva téléphone tête vacances vais vendredi venu veux vient virement vite
    voilà voir vois voiture vraiment vélo zéro écrit équipe`,
  es: `
    abrazo acta actualización adjunto aeropuerto agradecería agradezco agregar agua ahí aire algo alguien amable
    antemano aparato aparte aplicación aquí asiento así aunque autobús ayuda ayuntamiento añadir año años baja boda
    bono botón buen buena bueno caja cajas cajero calle cambiado cambiar cambié cambió cancelen cerrado certificado
    chica clase clases cobraron coche cocina cola compré constancia corazón correcto correo cuatro cuota cuál cuándo
    cuánto datos decir dejaron dejo dejé delante demás descuento detalle devolución devuelve diez dijeron dijo
    dirección dni doy día díganme encima enero enlace envío equipo escribo esperaba estaba explicó facturas familia
    firmar formulario fuera ganas gimnasio gustaría gusto guía habitación habéis hacen hecho hice hija hijo hijos
    hizo horario iba importe informe jueves junio lectura lejos llamada llave llega llegar llegó lleva llevo lunes
    línea mamá mandaron mandé maravilla martes mejor mensaje menú misma mismo mitad mostrador mucho muestra mujer
    mía móvil necesito ninguna niño niños noche noches nombre noviembre nueva nueve nuevo ocho octubre ojalá opción
    operación orden pagué pantalla paquete pasa pasado pasan pasar paso pedí perdí perfecto perro personas pesos
    pide pido piso plaza plazo podéis poner precio primera pueda puerta puesto puntos puse póliza queda quedan quedo
    quedó quería quince recibir recogida repartidor respuesta salió saludo salí septiembre servicio sería siguiente
    silla sitio soporte subir sucursal suscripción talla tarjeta teléfono tenía tercera tiempo tienda trabajo
    transferencia tren tres usuario vacaciones veces vecinos veinte veo verdad versión viaje viajo viernes volví voy
    vuelo vuelvo vuestra`,
  nl: `
    achter adres afdeling afgeschreven afspraak alvast ander antwoord avond bedrag bedrijf beetje belde bellen
    beloofd bericht besteld betaal betaald betalen betaling betekent beter bleek blij blijf blijft blijven boek
    buiten buurman cursus daarna dacht dag dankzij derde dezelfde dicht dienst dinsdag dochter doe doen doet
    donderdag doorgeven doos drie dus duurt eens eerlijk eerst eerste elke erbij eten fiets fijn fijne formulier
    gaan gebeld gebruik geef geeft gegevens gehad geholpen gelezen geregeld geven gevonden geweest gewoon gezegd
    gezet gezien goede hartelijk hebt heerlijk hele helemaal helft helpen hetzelfde hoeveel hond hoor hoort horen
    huilen huis hulp iedereen iemand jaar jammer januari kaart kamer kant keer keuken kijken kinderen klaar klant
    klopt knop kom komen kon kost kreeg krijgen kwam kwijt laat laatste langer laten lekker liep ligt loopt maakt
    maand maandag maanden maart maat maken mee melding mensen meteen minder misschien moeder moest mooi naam nee
    netjes nieuw niks nodig ochtend ontvangen opgelost opnieuw opzeggen oude overleden plaats prachtig prijs
    rekening rij rond scherm schrijven snel soep staan stil stond straat sturen stuur stuurt systeem telefoon terug
    terwijl tevreden thuis tien tijd toen trein twee tweede uitleg vader vakantie valt vanaf vast veel verder
    verkeerde vervangen verwacht vijf vind vinden volgende volgens vooral vorig vorige vraag vragen vriendelijk
    vrijdag vroeg vrouw wachten weet weinig welke werkt weten wilt zaak zal zat zaterdag zeg zeggen zegt zei zelf
    zes zet zetten zie ziek zit zitten zoek zon zondag zonder zoon één`,
  it: `
    abbonamento ahah allegato allego almeno altri altro andare anni aperta aperto apre aprile arriva arrivata
    aspetto attesa aver avere avevate avrei avuto bambini bambino biglietto bisogno bloccato bolletta bonifico bravi
    buona buono caldaia cambia cambiare cambiato capisco cera chiamato chiedo chiesto chiudete chiuso cinque codice
    comodo complimenti conferma consegna contatore contratto corriere corso costa così cucina dai dattesa davanti
    davvero detto dieci disdetta disdico dispiace disponibile documenti domanda domenica doveva dovuto ero errore
    essere faccia faccio fate fatta fatto favore ferie figlia figlio finestra fino fuori gennaio gentile giornata
    giorno giovedì giugno giusto gradirei guida indietro invece labbonamento lasciato lavoro lettera letto lettura
    lha lho lordine lunedì macchina maggio manca mandato mani marito martedì mattina medico meglio mercoledì mese
    messaggio messo metri mette mettete metà mezza mezzora minuti modulo moglie negozio nellapp nemmeno notte nuova
    nuovo ordinato otto ottobre pagare pagato palestra parcheggio passare passato pazienza peccato personale persone
    però piccolo poi polizza possibile posti potrebbe pratica prenotazione preso preventivo prezzo proprio qualche
    qualcosa qualcuno quale quanti quaranta quattro ragazzi reso resta ricevere ricevuta rimborso ringrazio risolto
    risponde risposta risposto risulta ritardo sabato sapere sarebbe sbagliata sbagliato scatola schermo schifo
    sconto scorso scritto seconda secondo segna servono sette settembre settimana sia sito soldi sotto stamattina
    stata stati stato stessa stesso subito succede taglia tecnico terza tessera togliere torna tra tre treno troppo
    trovato trovo ufficio unaltra unora vecchio vede vedere vedo venerdì venire venuto vergogna versione vicino vita
    voglio volte`,
  pt: `
    acabou achei acho acontece agradeço ajuda alguma alguém almoço alívio anda anexo ano anos antiga antigo apareceu
    aparelho apartamento aplicativo apoio apólice aqui armário artigo assinatura atende atraso atualização aula
    aulas avó baixo balcão bilhete bocado bolo botão busca cabeça cadeiras caiu caixa caixas campainha carro cartas
    cartão casaco casamento causa cedo chave chega chorar chuva chão cima cobrança cobraram cobre coisa colega
    comprei computador confirmação consegui cor corredor correio correto cozinha crianças custa cão dados deixa
    deixar deixei deixou delícia demais desconto desculpa dez diferença dinheiro diz dizer dizia doente ecrã
    elevador embora emprego endereço eram errada errado erro escola escrever escritório escuro esperava
    estacionamento estava esteve exame explicar explicação falar faleceu fazem faço fechada feira feito fevereiro
    fez ficar filha filho fim fiquei fiz fora foram formulário fria férias gosto graças guia gás haver horário
    janeiro janela julho junho leitura levar ligar ligou limpo lindo linha livro maio mandaram manhã março meia meio
    mensagem metade mim motorista mudança mudei mulher mãe mão mês nenhuma nojo nova novo oito orçamento outros
    paguei pai papéis parabéns parede passada passado passar passei passou pequeno perdi perfeito pergunta perguntar
    pessoal pessoas peço podiam possível pouco prazo precisa preciso preferência preço primeira primeiro processo
    professora pôr quatro quilos reais receber recebo resolveram resolvido resposta rua segue seguinte senhora seria
    serviço tamanho terceira terça trabalha trabalho transferir troca trocar tão vazio veio vejo vem vergonha versão
    vezes vinha vinte vir vizinho volto voo água`,
};
