import type { Language } from '../../../language/catalogue/languages.ts';

/**
 * Words that several messages of a language have, and none of another that is read. Found, not written:
 * test/core/sentiment/fit/model/main.ts.
 */
export const COMMON_WORDS: Record<Exclude<Language, 'en'>, string> = {
  de: `
    abbuchung abend abgebucht abgelehnt abrechnung alte alten anbieter anderes anfang anschluss antrag antwort
    arbeit aufs auskunft bahnhof beenden bekomme beratung berechnet bescheid besser bestellt besten bestätigt betrag
    bezahlt bild bisschen bleibt brauche brauchen braucht carsharing dabei dafür damit danach darf daten dauert
    davon dazu dienstag direkt drei dreimal drin dritte dritten ehrlich eigentlich einfach einmal ende erklärt
    erledigt erreichbar erst erstattet ersten etwa euer eure eurer fahrer falsche februar fehlen fehlt fertig flug
    formular frage fragen frei freitag freundlich freundliche früh früher frühstück fünf fürs gab ganz ganze ganzen
    gar geben gebraucht gebucht gefunden geklappt gekündigt geliefert gemeldet genau genommen gern gerne gerät
    gesagt geschickt geschlossen geschrieben gewartet gilt grad größe gute gutschein hab habt halt haus hiermit
    hilfe hätte ihnen jahr jahre jahren jede jeden jedes jemand kam kaputt karte kommen kommt konto kostet kurs kurz
    kurze könnt kündige kündigen kündigung laden lassen laut letzte letzten leute leuten liebe liegt lässt läuft
    löschen machen macht mann mitarbeiter monat montag musste mutter möglich nett neu neue neuen nochmal obwohl
    ordnung paket passiert passt preis raus rechnungen reicht richtig rückruf sagen sagt samstag schalter schicken
    schreiben sechs seid sein seite selbst sofort sogar sonntag sonst später statt stehen steht stimmt stunde suche
    techniker telefon termin tochter unterlagen vater versprochen vertrag viele voraus vorher warten wechsel weiß
    welche welcher wenig werde wirklich wissen woche wohnung wollte wäre zahlen zehn zeigt zeit zimmer zufrieden zug
    zurück zwei zweimal zweite zweiten zwischen ändern überweisung`,
  fr: `
    affiche ajouter annuler années août appels appli argent arrivé arrivée aurait automatique avis banque besoin
    billet bonne bout boîte calme celui certificat chambre champ changement chaque cherche cinq combien commandé
    comme comprends compte compteur connexion contrat couleur coup coupé courant courrier cours cuisine cétait côté
    cœur dattente davance davoir demande demander demandé demi dernier dernière deux deuxième devant didentité
    dimanche dites dix doit dommage données dès début délai dêtre enfant enfants enfin envoyer envoyé erreur
    factures fais famille faut femme fille fils fini fois forfait formulaire frais franchement février gare gars
    gros heure honte horaires huit idée indique janvier jour journée juillet juin jusquà juste jétais labonnement
    laisser lancien lappli largent lassurance lave lavoir lettre lheure lieu ligne lire livreur logiciel lundi
    léquipe létranger maintenant maison malade malheureusement manque mardi mari matin menvoyer mettre midi mieux
    mise mme modèle moins monde montre mère nai nom nouveau nouvelle nuit numéro nétait oui paie paiement panne
    paquet parce parfait passer passé payé perdu personnes petit petits peu plainte plaisir plutôt pourrait premier
    première prendre prenez pris prise prix promis près prélèvement père quatre rappel recherche remboursement
    remboursé remercie remerciements rendez reste retard revient rue réception réglé réponse réservation résiliation
    résilie résilier sais salle salutations samedi selon serait sest seul seule seulement sinon soir souhaite suivi
    technicien tellement temps titres travail trois troisième trouve tva téléphone tête vais vendredi venu veux
    vient virement vite voilà voir vois voiture vraiment vélo zéro écrit équipe`,
  es: `
    abrazo acta actualización adjunto aeropuerto agradecería agradezco agregar agua ahí aire algo alguien amable
    antemano anuncios aparcamiento aparecen aparte aplicación aquí asiento así aun aunque autobús ayuda ayuntamiento
    añadir año años baja bajo basura baño boda bodega bono botón buen buena bueno caja cajero calle cambiado cambiar
    cambiaron cambié cambió cancelen cerrado certificado chica clase clases cobraron coche cocina cola compré
    constancia corazón correcto correo cuatro cuota cuál cuándo cuánto datos decir dejaron dejo delante demás
    descuento detalle devolución diez dijeron dijo dirección dni doy día díganme encima enero enlace envío equipo
    escribo esperaba estaba explicó facturas familia firmar formulario fuera ganas gimnasio gustaría gusto guía
    habitación habéis hacen hecho hija hijo hijos hizo horario iba importe informe jueves lectura lejos llamada
    llave llega llegar llegó lleva llevo lunes línea mamá mandaron mandé maravilla martes mejor mensaje menú misma
    mismo mitad mostrador mucho muestra mía móvil necesito ninguna niño niños noche noches nombre noviembre nueva
    nueve nuevo ocho octubre ojalá opción operación orden pagué pantalla paquete pasa pasado pasan pasar paso pedí
    perfecto perro personas pesos pide pido piso plaza plazo podéis poner precio primera pueda puerta puesto puntos
    puse queda quedan quedo quedó quería quince recibir recogida repartidor respuesta salió saludo salí septiembre
    servicio sería siguiente silla sitio sois soporte subir sucursal suscripción talla tarjeta teléfono tenía
    tercera tiempo tienda trabajo transferencia trato tren tres usuario veces vecinos veinte veo verdad versión
    viajo viernes volví voy vuelo vuelvo vuestra`,
  nl: `
    achter adres afdeling afgeschreven afspraak alvast ander antwoord avond bedrag bedrijf beetje belde bellen
    bericht besteld betaal betaald betalen betaling betekent beter bleek blij blijf blijft blijven boek buiten
    cursus daarna dacht dag dankzij derde dezelfde dicht dienst dinsdag dochter doe doen doet doorgeven doos drie
    dus duurt eens eerlijk eerst eerste elke erbij eten fiets fijn fijne gaan gebeld geef geeft gegevens gehad
    geholpen gelezen geven gevonden geweest gewoon gezegd gezet gezien goede hartelijk hebt heerlijk hele helemaal
    helft helpen hetzelfde hoeveel hond hoor hoort horen huilen huis hulp iedereen iemand inmiddels jaar jammer
    januari jaren kaart kamer kant keer keuken kijken kinderen klaar klant klopt knop kom komen kon kost kosten
    kreeg krijgen kwam kwijt laat laatste langer laten leeg lekker letterlijk leuk liep ligt loopt maakt maand
    maanden maart maat maken mee melding mensen meteen minder misschien moeder moest mooi naam nee neemt netjes
    nieuw niks nodig ochtend ontvangen operatie opgelost opnieuw opzeggen orde oude overleden plaats prachtig prijs
    probleem raam reactie rekening rij rond schrijven snel soep staan stil stond straat sturen stuur stuurt systeem
    telefoon terug terwijl tevreden thuis tien tijd toen trein twee tweede uitleg vader valt vast veel verder
    verkeerde verwacht vijf vind vinden volgende volgens vorig vorige vraag vragen vriendelijk vrijdag vroeg vrouw
    wachten weet weinig welke werkt weten wilt winkel zaak zal zat zaterdag zeg zeggen zegt zei zelf zes zet zetten
    zie ziek zit zitten zoek zon zonder zoon één`,
  it: `
    abbonamento ahah allegato allego allultimo almeno altri altro andare anni annullate aperta aperto appena apre
    arriva arrivata arrivo aspettavo aspetto attendo attesa aver avere avevate avrei avuto bambini bambino biglietto
    bisogno bloccato bolletta bonifico bravi buona buono cambia cambiare cambiato capisco cera chiamato chiedo
    chiesto chiudete chiuso cinque codice comodo complimenti conferma consegna contatore contratto corriere corso
    costa così cucina dai dattesa davanti davvero detto dieci disdetta disdico dispiace disponibile documenti
    domanda domenica doveva dovuto ero errore essere faccia faccio fate fatta fatto favore ferie figlia figlio
    finestra fino fuori gennaio gentile giornata giorno giovedì giugno giusto gradirei guida indietro invece
    labbonamento lasciato lavoro letto lettura lha lho lunedì macchina maggio manca mani marito mattina medico
    meglio mercoledì mese messaggio messo mette mettete metà mezza mezzora minuti modulo moglie negozio nellapp
    nemmeno notte nuova nuovo ordinato otto ottobre pagare pagato palestra parcheggio passare passato pazienza
    peccato persone però poi polizza possibile posti potrebbe pratica prenotazione preso preventivo prezzo proprio
    qualche qualcosa qualcuno quale quanti quaranta quattro ragazzi reso resta ricevere ricevuta rimborso ringrazio
    risolto risponde risposta risposto risulta ritardo sabato sapere sarebbe sbagliata sbagliato scatola schermo
    schifo sconto scorso scritto seconda secondo segna servono sette settembre settimana sia sito soldi sotto stata
    stati stato stazione stessa stesso sto subito succede taglia tecnico terza tessera togliere tolto torna tra tre
    treno troppo trovato trovo ufficio unaltra unora vecchio vede vedere vedo venerdì venire venuto vergogna
    versione vicino vita voglio volo volte`,
  pt: `
    acabou achei acho acontece agradeço ajuda alguma alguém almoço alívio anda anexo ano anos antiga antigo apareceu
    aparelho apartamento aplicativo apoio apólice aqui artigo assinatura atende atualização aula aulas avó baixo
    balcão bilhete bocado bolo botão busca cabeça cadeiras caiu caixa carro cartas cartão casaco casamento causa
    cedo chave chega chorar chuva chão cima cobrança cobre coisa colega comprei confirmação consegui cor corredor
    correto cozinha crianças custa cão dados deixa deixar deixei deixou delícia demais desconto desculpa dez
    diferença dinheiro diz dizer dizia doente ecrã elevador embora endereço eram errada errado erro escola escrever
    escuro esperava estacionamento estava exame explicar explicação falar fazem faço fechada feito fez ficar filha
    filho fim fiquei fiz fora foram formulário fria férias gosto graças guia gás haver horário incluído inscrição
    janeiro janela julho junho leitura levar ligar limpo lindo linha livro lixo maio mala mandaram mandou manhã
    março medo meia meio mensagem metade mim miúdos motorista mudança mudei mãe mão mãos mês nenhuma nojo nova novo
    novos oito orçamento outros paciência paguei pai parabéns parede passada passado passar passei passou pequeno
    perdi perfeito pergunta perguntar pessoa pessoal pessoas peça peço podiam pontos português possível pouco prazo
    precisa preciso preferência preço primeira primeiro processo professor professora prometeram pão pôr quatro
    quilos reais receber recebo receção resolveram resolvido resposta rua seguinte senhora seria serviço tamanho
    terceira terça trabalha trabalho transferir troca trocar tão vazio veio vejo vem vergonha versão vezes vinha
    vinte vir volto voo água`,
};
