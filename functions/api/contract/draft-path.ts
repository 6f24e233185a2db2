const PATH =
  /^((events|policy|gestures)\.yaml|(journeys|scenarios|pages)\/[^/\\]+(\/[^/\\]+)*\.yaml|moments\/[^/\\]+(\/[^/\\]+)*\.md)$/;

/** In bytes: no disk takes a longer name, and few people read one. */
const MOST = 200;

/** What no name of a file has: signs that nobody sees, and halves of one. */
const UNSEEN = /\p{Cc}|\p{Cs}/u;

/** A folder that ends like a file would stand where a file is. */
const isPart = (part: string, index: number, all: readonly string[]): boolean =>
  !part.startsWith('.') && (index === all.length - 1 || !/\.(yaml|md)$/.test(part));

/** Whether a workflows folder may have a file there. */
export const isDraftPath = (path: string): boolean =>
  PATH.test(path) &&
  !UNSEEN.test(path) &&
  new TextEncoder().encode(path).length <= MOST &&
  path.split('/').every(isPart);

/** What there is. */
export const DRAFT_PATHS =
  'there is events.yaml, policy.yaml, gestures.yaml, journeys/*.yaml, moments/*.md, scenarios/*.yaml, pages/*.yaml, each name of at most 200 bytes and without signs that nobody sees';
