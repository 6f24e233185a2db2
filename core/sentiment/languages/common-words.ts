import type { Language } from '../../../language/catalogue/languages.ts';

/**
 * Words that several messages of a language have, and none of another. Found, not written:
 * test/core/sentiment/fit/model/main.ts.
 */
export const COMMON_WORDS: Record<Exclude<Language, 'en'>, string> = {
  de: `
    abbuchung abend abgebucht abgelehnt abrechnung acht alte alten anbieter andere anderes anfang anschluss antrag
    antwort artikel auskunft beenden bekomme berechnet bescheid besser beste bestellt besten betrag bezahlt bild
    bisschen bleibt brauche braucht carsharing dabei dafür danach darf daten dazu direkt drei dreimal dritte
    eigentlich einfach einmal ende erledigt erst ersten essen euer eure eurer fahrer familie fehlen fehlt fertig
    flug formular frage fragen frau frei freitag freundlich früh früher frühstück fünf fürs gab ganz ganze ganzen
    gar geben gefunden gekündigt geld geliefert genau gern gerne gerät gesagt geschickt geschlossen gilt ging grad
    gute gutschein hab habt halt haus heißt herr hiermit hilfe hätte ihnen ins jahr jahre jahren jede jeden jedes
    jemand juli juni kam kaputt karte kinder kommen kommt konto kostet kurs kurz kurze könnt kündige kündigen
    kündigung laden lang lange lassen laut letzte letzten leute leuten liebe lief liegt lässt läuft löschen machen
    macht mann minuten mitarbeiter monat montag musste mutter möglich nacht nett neu neue neuen nochmal nummer
    obwohl ordnung paar paket passiert passt preis raus rechnungen reicht richtig rückruf sagen sagt samstag
    schalter schicken schreiben schön sechs seid sein seite selbst sofort sogar sohn sonntag sonst später statt
    stehen steht stimmt stunde suche techniker telefon termin tochter unterlagen vater versprochen vertrag viel
    viele vier voraus vorher warten wechsel weg weiter weiß welche welcher wenig werde wirklich wissen woche wohnung
    wollte wäre zahlen zehn zeigt zeit zimmer zufrieden zug zurück zwei zweimal zweite zweiten zwischen ändern
    überweisung`,
  fr: `
    abonnement affiche ajouter annuler années août appels appli argent arrivé arrivée aurait automatique avis banque
    beaucoup besoin billet bonne borne bout boîte bureau cadeau calme celui certificat chambre champ changement
    changer chaque cherche cinq combien commandé comme comprends compte compteur connexion contrat couleur coup
    coupé courant courrier cours cuisine cétait côté cœur dattente davance davoir demande demander demandé demi
    dernier dernière deux deuxième devant didentité dimanche dites dix doit dommage données dossier dès début délai
    dêtre enfant enfants enfin envoyer envoyé erreur factures fais famille faut femme fille fils fini fois forfait
    formulaire frais franchement gros heure huit idée indique jen jour journée juillet juin jusquà juste jétais
    labonnement lancien lappli lassurance lettre lheure lieu ligne lire livreur logiciel lundi léquipe maintenant
    maison manque matin menvoyer mettre midi mieux mise mme modèle moins monde montre mot mère nai nom nouveau
    nouvelle nuit numéro nétait oui paie paiement panne paquet parce parfait passe passer passé payer payé perdu
    personnes petit petite petits peu plainte plaisir plutôt porte pourrait premier première prendre prenez pris
    prise prix promis près prélèvement père quatre rappel recherche remboursement remboursé remercie remerciements
    rendez reste retard retour revient rue réception réglé réponse réservation résiliation résilie résilier sais
    salle salutations samedi selon serait sest seul seule seulement sinon soir souhaite suivi technicien tellement
    temps titres travail trois troisième trouve tva téléphone tête vais vendredi venu veux vient virement vite voilà
    voir vois voiture vol vraiment vélo zéro écrit équipe`,
  es: `
    abono abrazo abrir actualización adjunto aeropuerto agradecería agradezco agregar agua algo alguien alta amable
    antemano anterior anual aparece aparte aquí asiento así aunque aviso ayuda ayuntamiento añadir año años baja
    bebé boda bono botón buen buena bueno cada caja cajero calle cambiado cambiar cambié cambió cancelar cancelen
    cancelo cerrado certificado chica cinco clase clases cobraron coche cocina cola comida compré contrato correo
    cuatro culpa curso cuál cuándo cuánto código datos decir dejaron dejo depósito detalle devolución diez digo
    dijeron dijo dirección domingo doy duplicado día empresa encima enero enlace entrega enviar envío equipo escribo
    espera esperaba estaba estar facturas falta fecha feliz formulario fuera gimnasio grupo gustaría gusto
    habitación habéis hecho hija hijo hora horario importe jueves lado letra llamada llega llegar llegó lleva llevo
    lunes luz línea mandar mandaron martes mejor mensaje menú mesa mil minutos misma mismo mitad muchas muestra
    médico móvil necesito ninguna niño niños noche noches nombre nueva nueve nuevo número ocho oficina opción pagar
    pagué pantalla papel paquete parece pasa pasado pasan pasar pedir pedí perfecto perro personas pesos pido piso
    plaza plazo poder poner precio primera programa puerta puesto queda quedo quedó quería recibir recibo repartidor
    respuesta saber salió saludo segunda segundo seguro seis semana ser servicio sería siguiente silla sitio sois
    solicito somos subir suscripción sábado talla taller tarde tarifa tarjeta teléfono tenía tercera tiempo tienda
    todas trabajo transferencia tren tres técnico veces veo ver verdad vida viernes voy vuelo vuelvo vuestra última`,
  nl: `
    `,
  it: `
    abbonamento ahah allego almeno altri altro amico anni annullate aperta aperto arriva arrivata attendo attesa
    aver avere aveva avrei avuto bambino bello biglietto bisogno bloccato bolletta bonifico bravi buon buona buono
    cambia cambiare cambiato campo capisco cera chiamato chiede chiedo chiesto chiudete chiudo chiuso cinque codice
    col comodo complimenti conferma confermo consegna contatore conto contratto corriere corso così dai davanti
    davvero dellauto detto dieci dietro differenza disdetta disdico dispiace disponibile domanda domenica dovuto ero
    errore essere età faccia faccio fate fatta fatto figlia figlio fino fisso fuori furgone gentile gentili giornata
    giorno giovedì giro giusta giusto gradirei gruppo guida indietro infinite inglese invece labbonamento lasciato
    lavoro legge letto lettura lha lho lufficio lunedì manca mani mattina medico meglio mentre mercoledì mese
    messaggio messo metri mette mettete metà minuti modulo moglie mostra negozio nellapp nemmeno nome nonna notifica
    notte nuova nuovo orario ottobre pagamento pagare pagato pagina palestra parcheggio passare passato passo
    pazienza peccato persone poi polizza porta possibile posti posto poter potrebbe pranzo pratica premio
    prenotazione preso preventivo prezzo profilo proprio provato qual qualche qualcuno quale quanti quanto quattro
    quindi ragazzi reso resta ricevere ricevuta rimborso ringrazio rinnovo risposta risposto ritardo sabato saluto
    sapere sarebbe sbagliato scritto seconda secondo serve servono sette settembre settimana signora sito soldi
    sotto sta stata stati stato stazione stessa stesso subito taglia tecnico telefono tempo terza tessera tolto tra
    tre treno trovato unaltra usare vecchio vedere venerdì vergogna versione viaggio vicino vita voglio volta volte`,
  pt: `
    `,
};
