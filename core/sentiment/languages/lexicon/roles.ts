/**
 * English words by the part that they play in what somebody tells: who acts, what was agreed, when, how often, that it did not happen. A
 * model learns from their order what no single word says: "quoted … number … invoice … number", "nobody … again".
 */
const ROLES = {
  you: 'you your yours youre youve youd youll yourselves',
  me: 'i me my mine we us our ours im ive id ill were weve wed myself ourselves',
  they: `he she they them him her his their theyre theyve driver courier engineer technician agent rep colleague nurse doctor dentist
    receptionist cashier salesman waiter guy man lad lads bloke team staff manager operator desk support helpline hotline bot assessor
    plumber electrician trainer inspector clerk crew guard conductor pharmacist advisor adviser department branch someone somebody
    consultant builder fitter fitters mechanic`,
  none: 'nobody none nothing never noone nowhere neither',
  didNot: 'didnt wasnt werent hadnt couldnt wouldnt havent hasnt',
  not: 'not no cant dont doesnt isnt arent wont cannot without aint hardly barely shouldnt',
  still: 'still again yet already anymore ever since once twice',
  nth: 'second third fourth fifth sixth seventh another 2nd 3rd 4th 5th',
  is: 'is are am be been being its thats theres',
  was: 'was had',
  unit: 'minute minutes min mins hour hours hrs day days night nights week weeks month months year years ages fortnight',
  when: `monday tuesday wednesday thursday friday saturday sunday weekend january february march april june july august september october
    november december easter christmas today yesterday tomorrow tonight morning afternoon evening noon midnight mon tue wed thu thur
    thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec`,
  number: `# two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty forty fifty hundred several many few
    dozens couple half`,
  but: 'but however although though instead only except whereas while despite until',
  asks: 'please could would can may might kindly how where which whether wondering',
  why: 'why who what',
  around: 'for after before by',
  thanks: 'thanks thank thx ty cheers ta grateful appreciate lovely great',
  agreed: `supposed meant promised promise said says told tells advertised described agreed assured guaranteed guarantee quoted quote listed
    stated brochure advert ad confirmed scheduled booked arranged apparently should expected ordered paid asked wanted chose`,
  past: `did got took left came went sent gave made lost broke kept stood sat ended ran threw fell let put cut felt thought bought drove
    spent heard wrote rang hung held cost ate found saw knew met won slept read began forgot froze tore wore stuck`,
  will: 'will shall going gonna',
  have: 'have has having',
};
const ROLE_OF = new Map(
  Object.entries(ROLES).flatMap(([role, words]) => words.split(/\s+/).map((word): [string, string] => [word, role])),
);

/** Small words that keep their place between the others. */
const SMALL = new Set('a the to of in on at and or it this that with if so as from ?'.split(' '));

/** What is known of a word by its part. */
export interface Role {
  /** The part, or the small word itself, or `other`. */
  name: string;
  /** Whether it carries the story on: others are only between. */
  tells: boolean;
}

const SHORTEST_PAST = 5;
const SHORTEST_NOW = 6;

/** The part that an English word plays; words of a mood play the part of their kind. */
export const roleOf = (word: string, kind: string | undefined): Role => {
  const name = ROLE_OF.get(word) ?? kind;
  if (name) return { name, tells: true };
  if (word.length >= SHORTEST_PAST && word.endsWith('ed')) return { name: 'past', tells: true };
  if (word.length >= SHORTEST_NOW && word.endsWith('ing')) return { name: 'now', tells: true };
  return { name: SMALL.has(word) ? word : 'other', tells: false };
};
