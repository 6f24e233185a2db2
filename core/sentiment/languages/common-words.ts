import type { Language } from '../../../language/catalogue/languages.ts';

/**
 * Words that several messages of a language have, and none of another. Found, not written:
 * test/core/sentiment/fit/model/main.ts.
 */
export const COMMON_WORDS: Record<Exclude<Language, 'en'>, string> = {
  de: `
    abbuchung abend abgebucht abgelehnt abrechnung alte alten anbieter anderes anfang anschluss antrag antwort
    arbeit aufs auskunft bahnhof beenden bekomme beratung berechnet bescheid besser bestellt besten bestätigt betrag
    bezahlt bild bisschen bleibt brauche brauchen braucht carsharing dabei dafür damit danach darf daten dauert
    davon dazu dienstag direkt drei dreimal drin dritte dritten ehrlich eigentlich einfach einmal ende erklärt
    erledigt erreichbar erst erstattet ersten essen etwa euer eure eurer fahrer falsche fehlen fehlt fertig flug
    formular frage fragen frau frei freitag freundlich früh früher frühstück fünf fürs gab ganz ganze ganzen gar
    geben gefunden gekündigt geliefert genau gern gerne gerät gesagt geschickt geschlossen gilt grad gute gutschein
    hab habt halt haus heißt herr hiermit hilfe hätte ihnen ins jahr jahre jahren jede jeden jedes jemand kam kaputt
    karte kinder kommen kommt konto kostet kurs kurz kurze könnt kündige kündigen kündigung laden lange lassen laut
    letzte letzten leute leuten liebe liegt lässt läuft löschen machen macht mann mitarbeiter monat montag musste
    mutter möglich nett neu neue neuen nochmal obwohl ordnung paket passiert passt preis raus rechnungen reicht
    richtig rückruf sagen sagt samstag schalter schicken schreiben schön sechs seid sein seite selbst sofort sogar
    sohn sonntag sonst später statt stehen steht stimmt stunde suche techniker telefon termin tochter unterlagen
    vater versprochen vertrag viele voraus vorher warten wechsel weiter weiß welche welcher wenig werde wirklich
    wissen woche wohnung wollte wäre zahlen zehn zeigt zeit zimmer zufrieden zug zurück zwei zweimal zweite zweiten
    zwischen ändern überweisung`,
  fr: `
    affiche ajouter annuler années août appels appli argent arrivé arrivée aurait automatique avis banque beaucoup
    besoin billet bonne borne bout boîte bureau calme celui certificat chambre champ changement changer chaque
    cherche cinq combien commandé comme comprends compte compteur connexion contrat couleur coup coupé courant
    courrier cours cuisine cétait côté cœur dattente davance davoir demande demander demandé demi dernier dernière
    deux deuxième devant didentité dimanche dites dix doit dommage données dès début délai dêtre enfant enfants
    enfin envoyer envoyé erreur factures fais famille faut femme fille fils fini fois forfait formulaire frais
    franchement français février gare gars gros heure honte horaires huit idée indique jen jour journée juillet juin
    jusquà juste jétais labonnement lancien lappli lassurance lettre lheure lieu ligne lire livreur logiciel lundi
    léquipe maintenant maison manque matin menvoyer mettre midi mieux mise mme modèle moins monde montre mot mère
    nai nom nouveau nouvelle nuit numéro nétait oui paie paiement panne paquet parce parfait passer passé payer payé
    perdu personnes petit petite petits peu plainte plaisir plutôt porte pourrait premier première prendre prenez
    pris prise prix promis près prélèvement père quatre rappel recherche remboursement remboursé remercie
    remerciements rendez reste retard revient rue réception réglé réponse réservation résiliation résilie résilier
    sais salle salutations samedi selon serait sest seul seule seulement sinon soir souhaite suivi technicien
    tellement temps titres travail trois troisième trouve tva téléphone tête vais vendredi venu veux vient virement
    vite voilà voir vois voiture vraiment vélo zéro écrit équipe`,
  es: `
    abrazo abuela acta actualización adjunto aeropuerto agradecería agradezco agregar agua ahí aire algo alguien
    amable antemano anuncios aparcamiento aparecen aparte aplicación aquí asiento así aun aunque autobús ayuda
    ayuntamiento añadir año años baja boda bono botón buen buena bueno caja cajero calle cambiado cambiar cambié
    cambió cancelen cerrado certificado chica clase clases cobraron coche cocina cola color compré constancia
    corazón correcto correo cuatro cuota cuál cuándo cuánto datos decir dejaron dejo delante demás descuento detalle
    devolución diez dijeron dijo dirección dni doy día díganme encima enero enlace envío equipo escribo esperaba
    estaba explicó facturas familia firmar formulario fuera ganas gimnasio gustaría gusto guía habitación habéis
    hacen hecho hija hijo hijos hizo horario iba importe informe jueves lectura lejos llamada llave llega llegar
    llegó lleva llevo lunes línea mamá mandaron mandé maravilla martes mejor mensaje menú misma mismo mitad
    mostrador muchas mucho muestra mía móvil necesito ninguna niño niños noche noches nombre noviembre nueva nueve
    nuevo ocho octubre ojalá opción operación orden pagué pantalla paquete pasa pasado pasan pasar paso pedí
    perfecto perro personas pesos pide pido piso plaza plazo poca podéis poner precio primera pueda puerta puesto
    puntos puse queda quedan quedo quedó quería quince recibir recogida repartidor respuesta salió saludo salí
    septiembre servicio sería siguiente silla sitio sois soporte subir sucursal suscripción talla taller tarjeta
    teléfono tenía tercera tiempo tienda trabajo transferencia trato tren tres usuario veces vecinos veinte veo
    verdad versión viajo viernes volví voy vuelo vuelvo vuestra`,
  nl: `
    aanvraag achter adres afdeling afgeschreven afspraak alvast ander antwoord avond balie bedrag bedrijf beetje
    begon belde bellen bericht bestaat betaal betaald betalen betaling betekent beter bleek blij blijf blijft
    blijven boek boete brood btw buiten buurman daarna dag dankzij derde dicht dienst dochter doe doen doet doos
    drie dus duurt eens eerst eerste elke erbij eten fiets fijn fijne gaan gebeld geef geeft gegevens gehad geholpen
    gelezen geven gevonden geweest gewoon gezet gezien goede hartelijk hebt heerlijk hele helemaal helft helpen hem
    hetzelfde hoeveel hond hoor horen huis hulp iedereen iemand inmiddels jaar jammer januari jaren kaart kamer kant
    keer keuken kijken kinderen klant klopt knop kom komen kon kost kosten kreeg krijgen kwam kwijt laat laatste
    langer laten lekker leuk liep ligt loopt maakt maand maanden maart maat maken mee mei melding mensen meteen
    minder misschien moeder moest mooi naam nee neemt netjes nieuw nodig ontvangen opgelost opnieuw opzeggen orde
    oude overleden plaats prachtig prijs probleem raam reactie rekening rij rond schrijven snel snelle soep staan
    stoelen stond straat sturen stuur stuurt telefoon terug terwijl tevreden thuis tien tijd toe toen trein twee
    tweede uitleg vader vakantie valt vast verder verkeerde versie vertellen verwacht vijf vind vinden volgende
    volgens vooral vorig vorige vraag vragen vriendelijk vrijdag vroeg vrouw wachten weet weinig welke werkt weten
    wilt winkel zaak zal zat zaterdag zeg zeggen zegt zei zelf zes zet zetten zie ziek zien zit zitten zoek zon
    zondag zonder zoon één`,
  it: `
    abbonamento ahah allego almeno altri altro amico anni annullate aperta aperto arriva arrivata attendo attesa
    aver avere aveva avrei avuto bambino biglietto bisogno bloccato bolletta bonifico bravi buon buona buono cambia
    cambiare cambiato capisco cera chiamato chiede chiedo chiesto chiudete chiudo chiuso cinque codice col comodo
    complimenti conferma confermo consegna contatore contratto corriere corso così dai davanti davvero dellauto
    detto dieci dietro differenza disdetta disdico dispiace disponibile domanda domenica dovuto ero errore essere
    età faccia faccio fate fatta fatto figlia figlio fino fisso fuori furgone gentile gentili giornata giorno
    giovedì giusta giusto gradirei gruppo guida indietro infinite inglese invece labbonamento lasciato lavoro legge
    letto lettura lha lho lufficio lunedì manca mani mattina medico meglio mentre mercoledì mese messaggio messo
    metri mette mettete metà minuti modulo moglie negozio nellapp nemmeno nonna notifica notte nuova nuovo orario
    ottobre pagare pagato palestra parcheggio passare passato pazienza peccato persone poi polizza possibile posti
    poter potrebbe pranzo pratica premio prenotazione preso preventivo prezzo profilo proprio provato qualche
    qualcuno quale quanti quattro quindi ragazzi referto reso responsabile resta ricerca ricevere ricevuta rimborso
    ringrazio rinnovo risolto risponde risposta risposto risulta ritardo sabato saluto sapere sarebbe sarei
    sbagliato scale scegliere schifo scritto scusate seconda secondo servono sette settembre settimana sia signora
    sito soldi sotto spento spesa spostato stampa stata stati stato stazione stessa stesso subito taglia tecnico
    telefonata terza tessera togliere tolto tra tre treno trovato unaltra usare vecchio vedere venerdì vergogna
    versione viaggio vicino vita voglio volte`,
  pt: `
    acabou achei acho acontece agradeço ajuda alguma alguém anexo ano anos antigo apareceu aparelho aplicativo apoio
    apólice aqui artigo assim assinatura atende atualização aula aulas baixo bilhete bocado bolo botão busca cabeça
    cadeiras caiu caixa carro cartas cartão casamento causa cedo chave chega chorar chuva chão cima cobrança coisa
    colega comigo comprei confirmação consegui continua convosco cor corredor correto cozinha custa dados dava deixa
    deixou delícia demais desconto desculpa deu dez diferença dinheiro disse disseram diz dizer doente duas ecrã
    embora endereço então eram errada errado erro escola escuro esperava estava explicar explicação falar fazem faço
    fechada fez fica ficar ficou filha filho fim fiquei fiz fora formulário fria férias gosto graças guia haver
    horário janeiro janela julho junho levar ligar limpo lindo linha livro lixo maio mala mandaram mandou manhã
    março medo meia meio melhor mensagem mesma mesmo metade mim motorista mudança mudei mãe mão mês nojo nova novo
    num numa oito orçamento outros paciência paguei pai parabéns parede passada passado passar passei passou pelos
    pequeno perdi perfeito pergunta perguntar pessoa pessoal pessoas peça peço pior podiam português possível pouco
    prazo precisa preciso preferência preço primeira primeiro processo professora pão pôr quatro quilos reais
    receber recebo receção resolveram resolvido resposta rua sai seguinte senhora seria serviço sozinho suporte
    talvez tamanho taxa telefone temos terceira terça teve tirar trabalha trabalho transferir troca trocar três tão
    vai valeu vazio veio vejo vergonha versão vezes vinha vinte volto vossa vosso vou água`,
};
