import { createRenderer, type Rendered } from '../../functions/deliver/copy/render.ts';
import type { Scope } from '../../functions/deliver/copy/scope.ts';
import type { Channel } from '../../language/catalogue/channel.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import type { Project } from '../project.ts';

export interface Rendering {
  channel: Channel;
  /** `default`, or the language tag of its file. */
  locale: string;
  rendered: Rendered;
}

/** A moment on every channel, in every language it has. Throws CopyFailed, and RangeError for a zone that is none. */
export const renderAll = ({ catalogue }: Pick<Project, 'catalogue'>, moment: Moment, names: Scope): Rendering[] => {
  const render = createRenderer({ catalogue });
  const { zone = catalogue.policy.zone } = names.customer;
  return Object.keys(moment.copy).flatMap((locale) =>
    moment.channels.map((channel) => {
      const spoken = locale === 'default' ? {} : { locale };
      const rendered = render({ moment: moment.id, channel, names, zone: String(zone), ...spoken });
      return { channel, locale, rendered };
    }),
  );
};
