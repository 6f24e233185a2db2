/** What stands at the head of an automatic reply, as a subject or first line. */
const REPLY = [
  'automatic (reply|response|answer)|auto-?(matic )?(reply|response|responder)|autoreply|automated (reply|response)|out of( the)? office( reply| message| autoreply)?|ooo(?=\\s*[:(]| until| till| from)|vacation (reply|message|notice)|on (vacation|annual leave)',
  'automatische (antwort|r(ü|ue)ckantwort|e-mail-antwort)|abwesenheits(notiz|nachricht|meldung|agent|assistent|benachrichtigung)|abwesend|abwesenheit|au(ß|ss)er haus',
  "r(é|e)ponse automatique|message d['’]absence|absence du bureau|absent du bureau|absence|notification d['’]absence",
  'respuesta autom(á|a)tica|fuera de (la )?oficina|mensaje autom(á|a)tico|ausencia( de la oficina)?|autorespuesta',
  'automatisch antwoord|automatische reactie|afwezigheids(bericht|melding|assistent)|afwezig|niet op kantoor',
  "risposta automatica|fuori (sede|ufficio)|assente dall[’']ufficio|messaggio automatico|risponditore automatico",
  'resposta autom(á|a)tica|fora do escrit(ó|o)rio|aus(ê|e)ncia( tempor(á|a)ria)?|mensagem autom(á|a)tica',
  'autosvar|automatiskt svar|automatisk svar|frånvaro|fravær|automatyczna odpowiedź|automatická odpověď',
];

/** What a mail server says of a message that came back. */
const BOUNCE = [
  'undeliverable|undelivered mail returned to sender|mail delivery (failed|failure|subsystem)|delivery (status notification|has failed to these recipients)|returned mail',
  'unzustellbar|unzustellbare nachricht',
  "non remis|non distribuable|message non distribu(é|e)|(é|e)chec de (la )?remise|notification d(e l)?[’']?(é|e)tat de (la )?remise",
  'no se puede entregar|correo no entregado',
  'onbestelbaar',
  'non recapitabile|impossibile recapitare',
  'n(ã|a)o (é|e) poss(í|i)vel entregar',
];

const PREFIX =
  '^((re|aw|wg|fw|fwd|tr|sv|antw|subject|betreff|objet|asunto|onderwerp|oggetto|assunto)\\s?:|\\[[^\\]]{1,30}\\]|\\s|[*#_"„“]){0,6}';
/** After such words stands a sign, nothing, or until when. "Out of office replies keep coming" is somebody's complaint. */
const HEAD = new RegExp(
  `${PREFIX}(${[...REPLY, ...BOUNCE].join('|')})\\s*([:：()\\[\\]–—*|-]|[.,]?\\s*$|\\s((until|till|re:|bis|jusqu|hasta|tot|fino|at(é|e))(?!\\p{L})|(from|vom|du|del|van|dal|de)\\s+\\d))`,
  'iu',
);

/** Sentences that a machine alone writes, from their beginning: people speak of such mails too. */
const MACHINE = new RegExp(
  `(?:^|[.!?,;:] )(?:${[
    'this is an? (automatic(ally)?|automated|auto-?generated)( generated)? (reply|response|message|e-?mail|notification|answer)',
    'this is the mail system at host|your message (could not|couldn.t) be delivered',
    '(dies|das|hierbei) (ist|handelt es sich um) eine automati(sche|sch generierte|sch erstellte|sierte)n? (antwort|nachricht|e-?mail|r(ü|ue)ckmeldung)',
    '(ceci|il s.agit d.un|c.est) ?(est )?(une? )?(r(é|e)ponse|message|e-?mail) (automatique|g(é|e)n(é|e)r(é|e) automatiquement)',
    'est[ea] es una? (respuesta|mensaje|correo) (autom(á|a)tic[oa]|generad[oa] autom(á|a)ticamente)',
    'dit is een automati(sch|sche|sch gegenereerd|sch gegenereerde) (antwoord|bericht|e-?mail|reactie)',
    'quest[oa] (è|e) una? (risposta|messaggio|e-?mail) (automatic[oa]|generat[oa] automaticamente)',
    'est[ea] (é|e) uma? (resposta|mensagem|e-?mail) (autom(á|a)tic[oa]|gerad[oa] automaticamente)',
  ].join('|')})`,
  'imu',
);

/** Somebody is away. People say so too: see `LATER`. */
const AWAY = new RegExp(
  [
    "\\b(i am|i'm|i’m|i will be|i'll be|we are)( currently| now)? (out of( the)? office|away( from (the office|my desk|work))?|on (annual |parental |maternity |paternity |sick |medical )?(leave|holiday|vacation)|travelling|traveling)\\b",
    '\\b(bin|sind) (\\S+ ){0,8}(nicht im (b(ü|ue)ro|haus(e)?)|(im|in) (urlaub|elternzeit|mutterschutz)|abwesend|au(ß|ss)er haus|nicht erreichbar|nicht am arbeitsplatz)',
    '\\b(suis|serai|sommes) (\\S+ ){0,5}(absente?s?|en (cong(é|e)s?|vacances|d(é|e)placement)|hors du bureau)',
    '\\b(estoy|estar(é|e)|me encuentro|me encontrar(é|e)) (\\S+ ){0,5}(fuera de (la )?oficina|ausente|de (vacaciones|baja|permiso|viaje))',
    '\\b(ben|zijn) (\\S+ ){0,8}(afwezig|niet (op kantoor|aanwezig|bereikbaar)|(op|met) (vakantie|verlof))',
    '\\b(sono|sar(ò|o)) (\\S+ ){0,5}(assente|fuori (sede|ufficio)|in (ferie|vacanza|congedo))',
    '\\b(estou|estarei|encontro-me) (\\S+ ){0,5}(ausente|fora do escrit(ó|o)rio|de (f(é|e)rias|licen(ç|c)a)|em (viagem|f(é|e)rias))',
  ].join('|'),
  'iu',
);

/** An answer later, or from somebody else: who writes this to whom they write now is a machine. */
const LATER = new RegExp(
  [
    "\\b(will|shall|'ll) ((not be able|be unable) to (respond|reply|answer|read|check|access)|reply|respond|answer|get back|have (limited|no) access)|limited access|(upon|on|after|when) (my )?(return|i return|i am back)|(in|for|if)( your)? (urgent|it is urgent|emergenc)|your (e-?mail|message) will (not )?be",
    'nach meiner r(ü|ue)ckkehr|ab dem .{1,20} wieder|in dringenden f(ä|ae)llen|(wird|werden) nicht (weitergeleitet|gelesen)|melde mich .{0,40}(zur(ü|ue)ck|r(ü|ue)ckkehr)|(werde|kann) (\\S+ ){0,8}(beantworten|antworten|bearbeiten)',
    'd(è|e)s mon retour|(à|a) mon retour|en cas d.urgence|je (vous )?r(é|e)pondrai|ne pourrai pas (vous )?(r(é|e)pondre|lire|traiter)',
    'a mi (vuelta|regreso)|cuando (vuelva|regrese)|en caso de urgencia|para asuntos urgentes|(le |te )?responder(é|e)',
    'bij terugkomst|na (mijn )?(terugkomst|terugkeer)|bij (dringende|spoed)|zal (\\S+ ){0,8}(beantwoorden|reageren|antwoorden)',
    'al mio (rientro|ritorno)|in caso di urgenza|per (urgenze|questioni urgenti)|(le |ti )?risponder(ò|o)',
    '(no|ap(ó|o)s o|quando do) meu (regresso|retorno)|em caso de urg(ê|e)ncia|para assuntos urgentes|responderei',
  ].join('|'),
  'iu',
);

/** A head stands in the first lines; a greeting and thanks may come before what is said. */
const FIRST_LINES = 3;
const FIRST_CHARACTERS = 600;

/** Whether own words, quotations cut, are those of a machine: an automatic reply, a notice of absence, or a bounce. */
export const isAutomaticText = (own: string): boolean => {
  const lines = own
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter(Boolean);
  const first = lines.join(' ').slice(0, FIRST_CHARACTERS);
  if (lines.slice(0, FIRST_LINES).some((line) => HEAD.test(line))) return true;
  if (MACHINE.test(lines.join('\n').slice(0, FIRST_CHARACTERS))) return true;
  return AWAY.test(first) && LATER.test(first);
};
