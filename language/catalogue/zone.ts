/** Names remembered, since Intl is slow to ask: past it the memory starts anew. */
const MOST = 500;

const answers = new Map<string, boolean>();

const ask = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** Whether there is a time zone of that name, such as Europe/London. */
export const isZone = (name: string): boolean => {
  const answer = answers.get(name) ?? ask(name);
  if (answers.size >= MOST) answers.clear();
  answers.set(name, answer);
  return answer;
};
