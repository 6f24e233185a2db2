import { isSocial } from '../catalogue/purpose.ts';
import { checkCopy, type MomentUses } from './copy/check-copy.ts';
import { checkLanguages } from './copy/check-languages.ts';
import { checkMomentFile, checkPurpose, checkWindow } from './copy/check-moment.ts';
import { checkOwed } from './copy/check-owed.ts';
import { checkPromiseWords } from './copy/check-promise-words.ts';
import { checkPromises } from './copy/check-promises.ts';
import { checkReplies } from './copy/check-replies.ts';
import type { MomentFile, ReadMoments } from './copy/moments.ts';
import type { Declarations } from './declarations.ts';
import { checkGestures } from './gestures/check-gestures.ts';
import { checkTitles } from './gestures/check-titles.ts';
import { checkAcross } from './journeys/check-across.ts';
import { checkChosen } from './journeys/check-chosen.ts';
import { checkJourney } from './journeys/check-journey.ts';
import { checkMeasured } from './journeys/check-measured.ts';
import { checkTeams } from './journeys/check-teams.ts';
import type { Use } from './journeys/flow-state.ts';
import type { JourneyFile } from './journeys/journey-file.ts';
import { checkReaction, REACTIONS, type Reacting, reachedFrom } from './journeys/reactions.ts';

/** Everything that one file says of another. `complete`: every journey could be read. */
export const checkAll = (
  journeys: ReadonlyMap<string, JourneyFile>,
  declarations: Declarations,
  moments: ReadMoments,
  complete: boolean,
): MomentUses[] => {
  const { policy, policySource } = declarations;
  const reacting: Reacting = { moments: moments.moments, policy, policySource, circles: new Set() };
  const uses = [...journeys.values()].flatMap((file) => checkJourney(file, declarations, moments, reacting));
  if (policy && policySource)
    for (const [purpose, each] of Object.entries(policy.purposes))
      for (const when of REACTIONS) checkReaction(each[when], policySource, ['purposes', purpose, when], moments);
  checkGestures(declarations);
  checkTitles(declarations, moments);
  checkLanguages(declarations, moments);
  checkMeasured(journeys, declarations);
  checkAcross(journeys, uses, reacting);
  checkTeams(journeys, moments, declarations);
  return [...moments.moments.values()].map((file) =>
    checkMoment(file, uses, declarations, moments, reacting, complete),
  );
};

const checkMoment = (
  file: MomentFile,
  uses: readonly Use[],
  declarations: Declarations,
  moments: ReadMoments,
  reacting: Reacting,
  complete: boolean,
) => {
  const { moment } = file;
  checkMomentFile(file, declarations, moments);
  reachedFrom(moment.id, 'send', moment.purpose, reacting);
  const reaching = uses.flatMap((use) =>
    reachedFrom(use.moment, use.kind, use.file.journey.purpose, reacting)
      .filter((reached) => reached.file === file)
      .map(({ kind }) => ({ use, kind })),
  );
  for (const { use } of reaching) checkChosen(file, use);
  const sending = reaching.find(({ kind, use }) => kind === 'send' && isSocial(use.file.journey.purpose));
  if (complete && reaching.length === 0)
    file.front.warn(['moment'], `no journey sends \`${moment.id}\`: name it in one, or take its file away`);
  if (moment.purpose !== undefined) checkPurpose(file, moment.purpose, undefined);
  else if (sending) checkPurpose(file, sending.use.file.journey.purpose, sending.use.file.journey.id);
  const purposes = reaching.map(({ use }) => moment.purpose ?? use.file.journey.purpose);
  const allPurposes = new Set([...purposes, ...(moment.purpose === undefined ? [] : [moment.purpose])]);
  checkWindow(file, allPurposes, declarations);
  checkOwed(file, allPurposes, uses, declarations.policy?.copy?.notInCare ?? {});
  const reached = reaching.map(({ use }) => use);
  checkPromises(file, reached, declarations);
  checkReplies(file, declarations);
  checkPromiseWords(file, uses, declarations.policy?.copy?.promises ?? {});
  return checkCopy(file, reached, declarations, complete);
};
