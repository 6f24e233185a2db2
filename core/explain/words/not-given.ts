import type { NotGiven } from '../../../language/catalogue/gesture.ts';

/** Why a gesture was not given, or failed, as colleagues say it. */
export const NOT_GIVEN: Readonly<Record<NotGiven, string>> = {
  unknown: 'gestures.yaml has no such gesture',
  'not-by': 'it is not theirs to give',
  'account-closed': 'the account is closed',
  unfit: 'it does not fit this customer',
  'too-dear': 'it costs more than this is to cost',
  lately: 'they were given it lately',
  cap: 'they had a gesture lately, and its caps allow no more',
  'customer-budget': 'what this customer may get in a quarter is used up',
  'agent-budget': 'what one person may give in a month is used up',
  'stage-budget': 'what all together may give in a month is used up',
  left: 'the journey was over before it was given',
  lost: 'it was offered, and nobody could say whether its budget had room',
  refused: 'the system that was asked for it refused',
  unconfirmed: 'the system that was asked for it did not confirm it in time',
  changed: 'they chose something else instead',
  unchosen: 'they were asked what would help, and chose nothing in time',
  person: 'they would rather hear from a person',
};
