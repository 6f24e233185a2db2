import { factsOf } from '../../../core/customer/model/facts.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Channel } from '../../../language/catalogue/channel.ts';
import type { Moment } from '../../../language/catalogue/moment.ts';
import { kindOf } from '../../../language/steps/steps.ts';
import { everyStep } from '../../../language/steps/walk.ts';
import { costOf, linksIn } from '../../../simulator/preview/details.ts';
import { exampleNames } from '../../../simulator/preview/names.ts';
import { createPreview, type Written } from '../../../simulator/preview/render-all.ts';
import { usesOf } from '../../../simulator/preview/uses.ts';
import type { Project } from '../../../simulator/project.ts';
import { CopyFailed } from '../../deliver/copy/errors.ts';
import type { Scope } from '../../deliver/copy/scope.ts';
import type { Count } from '../../shared/stores/counts.ts';
import type { MomentSummary, Rendering } from '../contract/moments.ts';
import { lastDays } from '../days.ts';
import type { ApiDeps } from '../deps.ts';
import { compileFiles, filesToTry, type TriedFiles } from '../drafts/project.ts';
import { figuresOf, kindsOf, sumOf } from '../figures.ts';
import type { Handlers } from '../handlers.ts';
import { noCustomer, notFound, Refused } from '../problem.ts';
import { mayAsk } from '../roles.ts';

const WEEK = 7;

const momentOf = ({ definitions: { moments } }: Project, moment: string): Moment => {
  const definition = Object.hasOwn(moments, moment) ? moments[moment] : undefined;
  if (definition) return definition;
  throw notFound('moment', moment, `There is ${Object.keys(moments).join(', ')}.`);
};

const sendersOf = ({ definitions: { journeys } }: Project, moment: string): MomentSummary['uses'] =>
  Object.values(journeys).flatMap((journey) =>
    everyStep(journey)
      .filter((step) => kindOf(step).moment(step) === moment)
      .map(({ id }) => ({ journey: journey.id, title: journey.title, step: id })),
  );

type Names = 'listMoments' | 'readMoment' | 'previewMoment' | 'testSend';

export const momentHandlers = (deps: ApiDeps): Pick<Handlers, Names> => {
  const { running, counts, clock, customers, testSend } = deps;

  const weekOf = async ({ definitions }: Project): Promise<Map<string, Count[]>> => {
    const days = lastDays(clock.now(), WEEK);
    const rows = await Promise.all(Object.keys(definitions.journeys).map((id) => counts.of(id, days)));
    return new Map(Object.keys(definitions.journeys).map((id, place) => [id, rows[place] ?? []]));
  };

  const summaryOf = (moment: Moment, project: Project, week: Map<string, Count[]>): MomentSummary => {
    const { id, title, about, purpose, topic, channels, copy } = moment;
    const uses = sendersOf(project, id);
    const figures = uses.map(({ journey, step }) => {
      const definition = project.definitions.journeys[journey];
      const rows = (week.get(journey) ?? []).filter((row) => row.step === step);
      return figuresOf(rows, definition ? kindsOf(definition) : new Map());
    });
    const languages = Object.keys(copy);
    return {
      moment: id,
      ...(title === undefined ? {} : { title }),
      ...(about === undefined ? {} : { about }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(topic === undefined ? {} : { topic }),
      channels,
      languages,
      uses,
      isOnlyInstead: uses.length === 0 && usesOf(id, project.definitions).length > 0,
      week: sumOf(figures),
      files: languages.map((language) => `moments/${id}${language === 'default' ? '' : `.${language}`}.md`),
    };
  };

  const projectFor = async (isDraft: boolean, files: TriedFiles | undefined): Promise<Project> =>
    isDraft || files ? compileFiles(await filesToTry(deps, files)) : (await running()).project;

  const load = async (customer: string): Promise<CustomerState> => {
    const person = await customers.load(customer);
    if (person) return person.state;
    throw noCustomer(customer);
  };

  /** What copy may print of somebody: what is known of them, and of the event by which they came where the moment is sent. */
  const namesFor = async (project: Project, moment: string, state: CustomerState | undefined): Promise<Scope> => {
    const now = clock.now();
    const example = await exampleNames(project, moment, now);
    if (!state) return example;
    const journeys = new Set(usesOf(moment, project.definitions).map(({ journey }) => journey));
    const enrolment = Object.values(state.enrolments).find(({ journey }) => journeys.has(journey));
    return {
      ...example,
      customer: factsOf(state, now, project.catalogue),
      ...(enrolment ? { event: { ...example.event, ...enrolment.event } } : {}),
    };
  };

  return {
    listMoments: async () => {
      const { project } = await running();
      const week = await weekOf(project);
      return { items: Object.values(project.definitions.moments).map((each) => summaryOf(each, project, week)) };
    },

    readMoment: async ({ params: { moment } }) => {
      const { project } = await running();
      const { copy, ...settings } = momentOf(project, moment);
      return { ...summaryOf({ ...settings, copy }, project, await weekOf(project)), copy, settings };
    },

    previewMoment: async ({ params: { moment }, body: { customer, sample = {}, files, draft } }, { caller }) => {
      if (customer !== undefined && !mayAsk(caller.roles, 'readCustomer')) {
        throw new Refused(403, 'Who sees no customers sees a moment with a sample only: leave `customer` out.', {
          roles: ['marketer', 'publisher', 'agent', 'admin'],
        });
      }
      const project = await projectFor(draft, files);
      const definition = momentOf(project, moment);
      const state = customer === undefined ? undefined : await load(customer);
      const defaults = await namesFor(project, moment, state);
      const names = {
        event: { ...defaults.event, ...sample.event },
        customer: sample.customer ?? defaults.customer,
        with: { ...defaults.with, ...sample.with },
      };
      const write = createPreview(project, { moment: definition, names, ...(state ? { customer: state } : {}) });
      const renderings: Rendering[] = [];
      const problems: { channel: Channel; locale: string; message: string }[] = [];
      for (const locale of Object.keys(definition.copy))
        for (const channel of definition.channels) {
          const preview = attempt(() => write(channel, locale));
          if (typeof preview === 'string') problems.push({ channel, locale, message: preview });
          else renderings.push(shownOf(preview));
        }
      return { moment, renderings, names, problems };
    },

    testSend: async ({ params: { moment }, body: { channel, locale, to, customer, draft } }, { did }) => {
      const project = await projectFor(draft, undefined);
      const definition = momentOf(project, moment);
      if (!definition.channels.includes(channel) || !Object.hasOwn(definition.copy, locale)) {
        const has = `${definition.channels.join(', ')}, in ${Object.keys(definition.copy).join(', ')}`;
        throw new Refused(422, `${moment} does not go by ${channel} in ${locale}: it goes by ${has}.`);
      }
      const state = customer === undefined ? undefined : await load(customer);
      const names = await namesFor(project, moment, state);
      const write = createPreview(project, { moment: definition, names, ...(state ? { customer: state } : {}) });
      const preview = attempt(() => write(channel, locale));
      if (typeof preview === 'string') throw new Refused(422, preview);
      const at = new Date(clock.now()).toISOString();
      if (!preview.message) throw new Refused(422, `Nothing goes to customers by ${channel}.`);
      const { message } = preview;
      const { reference } = await testSend.send({
        ...message,
        id: `test/${moment}/${at}`,
        customer: 'test',
        to,
        subject: message.subject === '' ? '' : `[Test] ${message.subject}`,
        text: message.text,
        html: message.html,
      });
      did({ given: { channel, locale, draft } });
      return {
        at,
        to,
        ...(reference === undefined ? {} : { reference }),
        says: `${moment} went to ${to} by ${channel}.`,
      };
    },
  };
};

/** What was written, or why it could not be. */
const attempt = (write: () => Written): Written | string => {
  try {
    return write();
  } catch (error) {
    if (error instanceof CopyFailed || error instanceof RangeError) return `${error.message}.`;
    throw error;
  }
};

const shownOf = ({ rendering }: Written): Rendering => {
  const { channel, locale, subject, preheader, text, html, because, headers = {}, to } = rendering;
  return {
    channel,
    locale,
    ...(to === undefined ? {} : { to }),
    subject,
    ...(preheader === undefined ? {} : { preheader }),
    text,
    ...(html === undefined ? {} : { html }),
    headers,
    because,
    links: linksIn(rendering),
    ...(channel === 'sms' ? { sms: costOf(text) } : {}),
  };
};
