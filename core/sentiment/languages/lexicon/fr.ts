import type { Lexicon } from './lexicon.ts';

export const FR: Lexicon = {
  awful: `honte honteu* scandale* scandaleu* inadmissible* inacceptable* intolérable* catastroph* lamentable* déplorable* horrible* affreu* pitoyable*
    minable* nul nulle nuls nulles nullité pourri* merde merdique* foutage foutez gueule arnaque* arnaqu* escroc* escroquer* vol voleur* voleurs
    ridicule* inadmissible* incompéten* incapable* dégueulasse* dégoût* ignoble* infect* immonde* furieu* furax colère ras-le-bol marre écœur* écoeur*
    révolt* mensonge* menteur* menti* mépris* méprisant* insult* irrespectu* cauchemar désastr* pire pires fuir fuyez avocat tribunal plainte
    inutile* idiot* imbécile* moquez moque moqué* foutu* inhumain* indigne* déçoit épouvantable* exécrable* détestable*`,
  bad: `déçu* déce* décevant* mauvais* mal malheureu* dommage problème* panne* cassé* casse défectueu* abîm* endommag* rayé* perdu* disparu* retard*
    lent* lente* long longue interminable* cher chère chers trop froid* froide sale* saleté bruyant* bruit désagréable* impoli* malpoli* agressi*
    désinvolt* ignor* oubli* vain inefficace* compliqu* confus* incompréhensible* injuste* injustifi* abus* double erron* erreur* faux fausse
    insatisf* mécontent* énerv* agac* ennuy* stress* fatigu* lass* triste* regrett* bug* bugg* plante planté* plantage* coupé* coupe coupure*
    refus* rejet* bloqu* impossible* insipide* fade* immangeable* cru crue brûlé* moisi* périmé* malgré pourtant prétend* soi-disant promis*
    annul* résili* réclam* relanc* silence sourd* raccroch* balad* baladé* renvoy* attend* devait aurait supposé* facturé* prélev* débit* amende`,
  waiting: `attends attendons attente attendu attendre toujours encore depuis enfin déjà fois relance reprise reprises nouveau sans-cesse constamment
    jamais éternité énième troisième quatrième cinquième deuxième seconde`,
  unit: 'minute minutes heure heures jour jours semaine semaines mois an ans année années',
  count: '# un deux trois quatre cinq six sept huit neuf dix douze quinze plusieurs moitié',
  not: 'pas ne ni aucun aucune rien personne jamais sans nulle-part',
  good: `bon bonne bons bonnes bien agréable* gentil* aimable* sympa* sympathique* souriant* serviable* disponible* efficace* rapide* rapidement
    vite simple* facile* pratique* propre* délicieu* savoureu* satisfait* content* contente* ravi* heureu* soulag* rassur* patient* patiente*
    profession* compétent* attenti* écoute réglé* résolu* marche fonctionne aidé* aide utile* sérieu* fiable* ponctuel* clair* claire* conseill*
    recommand* qualité plaisir accueillant* chaleureu* confort* soigné* félicit* reconnaissant* appréci* nickel joli*`,
  great: `super excellent* parfait* génial* formidable* extraordinaire* merveilleu* magnifique* fantastique* impeccable* top exceptionnel* incroyable*
    remarquable* adorable* adore adoré* bravo chapeau meilleur* ador* sublime* irréprochable* étoiles sauvé* sauvée bluffant* épat* enchant*`,
  thanks: 'merci mercis remerci*',
  asks: `pourriez pouvez puis-je puis peut-on comment où quand quel* combien est-ce si svp veuillez souhait* voudrais aimerais besoin demande question
    renseignement* information* savoir possible serait-il cijoint joint bonjour suggestion idée`,
};
