import type { WebhookKind } from './kind.ts';
import { generic } from './kinds/generic.ts';
import { intercom } from './kinds/intercom.ts';
import { zendesk } from './kinds/zendesk.ts';

/** Desks with a webhook, by the word of the setting. */
export const DESKS = { generic, zendesk, intercom } satisfies Record<string, WebhookKind>;
export type DeskName = keyof typeof DESKS;
export const DESK_NAMES = ['generic', 'zendesk', 'intercom'] as const satisfies readonly DeskName[];
