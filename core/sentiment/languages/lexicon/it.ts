import type { Lexicon } from './lexicon.ts';

export const IT: Lexicon = {
  awful: `vergogna vergognos* scandalos* scandalo inaccettabil* inammissibil* intollerabil* indecent* indegn* pessim* orribil* terribil* schifo schifos*
    merda cagata porcheria truffa* truffator* truffatori ladri ladro furto frode ingann* bugi* bugiard* mentono mentito ridicol* incompetent* incapac*
    inutil* disastr* disastro incubo furios* arrabbiat* incazzat* stuf* stufo rabbia disgust* disgustos* insult* maleducat* cafon* irrispettos* peggior*
    peggio avvocato denuncia denunci* tribunale assurd* assurdo presa giro prendete prendono pietos* penos* catastrof* barzelletta buffoni pagliacci
    dilettanti disumano vomito allucinant* mai-più`,
  bad: `male mal cattiv* delus* delusione delud* deludent* purtroppo peccato problem* guast* rott* difettos* danneggiat* graffiat* pers* sparit* smarrit*
    ritard* tardi lent* lentissim* car* carissim* fredd* sporc* rumor* sgradevol* antipatic* scortes* ignorat* ignor* dimentic* invano inefficient* complicat*
    confus* incomprensibil* ingiust* abusiv* doppi* errat* error* sbagliat* insoddisfatt* scontent* fastidi* noios* stanc* trist* stress* blocc*
    bloccat* crash* impall* cade salta rifiut* respint* impossibil* insipid* crud* bruciat* scadut* ammuffit* nonostante eppure anzi presunt* promess*
    promett* disdett* disd* reclam* lament* sollecit* silenzio nessuno rimball* scaricabarile avrebbe dovuto dovrebbe addebit* multa abbandonat*
    scadent* inaffidabil* inservibil* trascurat*`,
  waiting: `aspetto aspettando aspettare aspettato attesa attendo attendere atteso ancora sempre già nuovo volta volte ennesim* ennesima terza quarta quinta
    seconda continuamente costantemente eternità finora tuttora adesso da`,
  unit: 'minuto minuti ora ore giorno giorni settimana settimane mese mesi anno anni',
  count: '# un una due tre quattro cinque sei sette otto nove dieci dodici diversi parecchi mezza mezzo',
  not: 'non né nessun nessuna nessuno niente nulla mai senza neanche nemmeno neppure mica',
  good: `bene buon buona buono buoni buone gentil* cordial* disponibil* simpatic* sorrident* efficient* efficac* rapid* veloc* facil* semplic* comod*
    pulit* gustos* buonissim* soddisfatt* content* felic* sollevat* tranquill* pazient* pazienza professional* competent* preparat* risolt* funziona
    aiut* aiutato util* affidabil* puntual* chiar* consigli* raccomand* qualità piacere accoglient* premuros* cortes* cortesia apprezz* piac* bell* ottenuto`,
  great: `ottim* eccellent* perfett* fantastic* meraviglios* stupend* splendid* straordinari* eccezional* incredibil* magnific* favolos* impeccabil*
    super top miglior* migliore bravissim* brav* complimenti stelle salvat* salvato spettacol* bravi grand* delizios* squisit* strepitos*`,
  thanks: 'grazie ringrazio ringraziare ringraziamenti grazi*',
  asks: `potrei potreste potete posso possibile come dove quando quanto quale quali vorrei vorremmo chiedo richiesta domanda informazioni informazione
    sapere serve bisogno allego allegato salve buongiorno gentilmente suggerimento proposta cortesemente`,
};
