import { html } from 'hono/html';
import { consentKey } from '../../core/customer/model/consent.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { refusesMeasuring } from '../shared/measuring.ts';
import type { Speech } from '../shared/speech.ts';
import type { DoneWord } from './answer-form.ts';
import type { PreferencesDeps } from './deps.ts';
import type { ChosenEvent } from './events.ts';
import type { Html } from './layout.ts';

/** The part of the page that says what is counted, with a button that ends it; nothing where nothing is. */
export const measuringPart = (
  { catalogue }: Pick<PreferencesDeps, 'catalogue'>,
  state: Pick<CustomerState, 'consent'>,
  { say }: Pick<Speech, 'say'>,
): Html | undefined => {
  if (catalogue.policy.measure === undefined) return undefined;
  const isRefused = refusesMeasuring(state);
  return html`<h2>${say('preferences.counting-title')}</h2>
<p>${say(isRefused ? 'preferences.not-counted' : 'preferences.counted')}</p>
<button name="measuring" value="${isRefused ? 'start' : 'stop'}">${say(isRefused ? 'preferences.count-start' : 'preferences.count-stop')}</button>`;
};

const CHOICES: Record<string, 'granted' | 'withdrawn'> = { stop: 'withdrawn', start: 'granted' };

export interface MeasuringChosen {
  event: ChosenEvent;
  says: Extract<DoneWord, `preferences.count-${string}`>;
  /** As it will stand. */
  part: Html | undefined;
}

/** What somebody chose by that button; undefined where they did not press it. */
export const measuringChosen = (
  deps: Pick<PreferencesDeps, 'catalogue'>,
  customer: string,
  [pressed = '']: readonly string[],
  speech: Pick<Speech, 'say'>,
): MeasuringChosen | undefined => {
  const choice = Object.hasOwn(CHOICES, pressed) ? CHOICES[pressed] : undefined;
  if (choice === undefined || deps.catalogue.policy.measure === undefined) return undefined;
  return {
    event: { type: 'customer.measuring_chosen', detail: { customerId: customer, choice } },
    says: choice === 'withdrawn' ? 'preferences.count-stopped' : 'preferences.count-started',
    part: measuringPart(deps, { consent: { [consentKey('measure', 'clicks')]: { choice, at: 0 } } }, speech),
  };
};
