import type { Lexicon } from './lexicon.ts';

export const PT: Lexicon = {
  awful: `vergonha vergonhos* absurdo* absurda escândalo* inaceitável inaceitáveis inadmissível intolerável indignad* indignação lamentável lamentáveis péssim*
    horrível horríveis horroros* terrível terríveis nojo nojent* merda porcaria lixo burla burlões golpe golpistas roubo ladrões ladrão roubad* roubar
    fraude* engan* mentira* mentiros* mentem mentiram ridícul* incompeten* incapaz* inútil inúteis desastr* pesadelo furios* fart* farto raiva
    revolt* ódio odeio desprez* insult* grosseir* mal-educad* malcriad* desrespeit* pior piores advogad* procon tribunal deco livro-de-reclamações
    palhaçada gozar gozam brincadeira brincando palhaços descaso deplorável catástrof* catastrófic* sem-vergonha incompetência desumano enoj*`,
  bad: `mal má mau maus más decepc* decepcionad* desiludid* desilusão desilud* infelizmente pena problema* avaria* avariad* partid* quebrad* estragad*
    defeito* defeituos* danificad* riscad* perdid* perderam desaparec* sumiu atras* atraso* tarde lent* demora* demorad* demorou car* caríssim* fri* suj*
    sujo sujidade barulh* desagradável antipátic* ignor* esquec* vão ineficaz* complicad* confus* incompreensível injust* abus* duplicad* dobro errad* erro*
    insatisf* descontent* aborrecid* irrit* chatead* chato cansad* triste* frustr* falha* falhou trava travou travand* bloquead* cai caiu recusad* rejeitad*
    impossível insoss* cru crua queimad* vencid* bolor apesar embora supostamente prometer* prometid* promessa* cancel* rescind* reclam* silêncio ninguém
    empurr* jogam deveria devia cobrad* cobraram cobrança* multa abandonad* deixaram péssim*`,
  waiting: `espero esperando espera esperar esperei esperamos aguardo aguardando aguardar ainda continuo continua continuam sempre já desde vez vezes outra
    novo novamente há faz enésima terceira quarta quinta segunda constantemente eternidade finalmente`,
  unit: 'minuto minutos hora horas dia dias semana semanas mês meses ano anos',
  count: '# um uma dois duas três quatro cinco seis sete oito nove dez doze quinze vários várias meia meio',
  not: 'não nao nem nenhum nenhuma nada ninguém nunca jamais sem tampouco',
  good: `bem bom boa bons boas simpátic* amável amáveis atencios* prestável prestáveis atent* eficaz* eficiente* rápid* fácil fáceis simples cómod* cômod*
    limp* gostos* saboros* satisfeit* content* feliz felizes aliviad* tranquil* paciente* paciência profission* competente* resolvid* resolveu resolveram
    funciona ajud* ajudou útil fiável confiável pontual pontuais clar* recomend* qualidade prazer acolhedor* agradeç* gostei gosto amei educad* cuidados* bonit*`,
  great: `ótim* óptim* excelente* perfeit* genial fantástic* maravilh* incrível incríveis extraordinári* espetacular* espectacular* magnífic* fenomenal
    impecável impecáveis top melhor melhores parabéns nota estrelas adoro adorei salvaram salvou show sensacional excecional excepcional cinco-estrelas arrasaram`,
  thanks: 'obrigado obrigada obrigados agradeço agradecemos agradecido agradecida grato grata valeu',
  asks: `poderia poderiam podem posso pode como onde quando quanto qual quais gostaria queria preciso precisava solicito pergunta dúvida informação
    informações saber possível seria anexo segue olá sugestão favor gentileza`,
};
