import type { Lexicon } from './lexicon.ts';

export const ES: Lexicon = {
  awful: `vergüenza vergonzos* vergonzoso* escándalo* escandalos* inaceptable* inadmisible* intolerable* indignante* indignad* indignación lamentable*
    pésim* horrible* horroros* terrible* nefast* asqueros* asco mierda basura estafa* estafador* timo timad* robo ladrones ladrón fraude* engañ*
    mentira* mentiros* mienten mentido ridícul* incompeten* inútil* inútiles desastr* pesadilla furios* harto* harta* hartos hart* cabread* rabia
    desprecio insult* grosero* maleducad* falta-de-respeto irrespetuos* peor peores jamás denuncia* abogad* consumo reclamación tribunal* juzgado
    burla burlan tomadura tomando pelo impresentable* deplorable* patétic* catástrof* catastrófic* sinvergüenza* chapuza* chapucer* inhuman*`,
  bad: `mal mala malo malos malas decepc* decepcionad* decepcionante* lástima pena problema* avería* averiad* roto* rota* rotas estropead* defectuos*
    dañad* golpead* rayad* perdid* desaparecid* retras* tarde lent* lento* cara caro caros caras carísim* frío* fría* suci* sucio* suciedad ruido*
    desagradable* antipátic* borde ignor* olvid* vano inefica* complicad* confus* incomprensible* injust* abus* doble erróne* error* equivocad*
    insatisf* descontent* molest* molesta* fastidi* cansad* cansada triste* disgust* fallo* falla fallan falló falla* cuelga* colgad* cae cortad* corta
    rechazad* bloquead* imposible* insípid* soso crudo cruda quemad* caducad* moho pesar aunque supuestamente supuesto promet* prometid* prometieron
    cancel* baja reclam* silencio nadie pasan pasándo* marean mareand* debería* cobrad* cobran cobraron cobro multa dejaron tirad* plantad*`,
  waiting: `espero esperando espera esperado esperar esperé esperamos todavía aún sigo sigue siguen seguimos vez veces otra nuevo siempre ya desde
    llevo llevamos lleva hace enésima tercera cuarta quinta segunda continuamente constantemente eternidad por-fin`,
  unit: 'minuto minutos hora horas día días semana semanas mes meses año años',
  count: '# un una dos tres cuatro cinco seis siete ocho nueve diez doce quince varias varios medio media',
  not: 'no ni ningún ninguna ninguno nada nadie nunca sin tampoco',
  good: `bien buen buena bueno buenos buenas amable* simpátic* atent* atento* servicial* eficaz* eficiente* rápid* rápido* fácil* sencill* cómod*
    limpi* limpio* rico rica riquísim* delicios* sabros* satisfech* content* feliz felices aliviad* tranquil* paciente* paciencia profesional* competente*
    resuelt* resolv* solucionad* funciona ayud* ayudó útil* fiable* puntual* clar* claro recomend* calidad placer acogedor* agradec* gusta* gustó encanta
    amabilidad correct* perfectamente bonit*`,
  great: `excelente* perfect* genial* fantástic* maravill* estupend* increíble* extraordinari* espectacular* inmejorable* magnífic* fenomenal* encantad*
    encantó mejor mejores bravo enhorabuena diez felicidades impecable* sobresaliente* estrellas salvad* salvaron chapó maravilla crack`,
  thanks: 'gracias agradezco agradecemos',
  asks: `podría podrían puedo pueden puede cómo dónde cuándo cuánto qué cuál favor quisiera quería gustaría necesito necesitaría solicito consulta
    pregunta información saber posible sería adjunto hola buenos-días sugerencia propuesta`,
};
