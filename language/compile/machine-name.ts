/** As AWS has it. */
const LONGEST = 80;

export class MachineNameTooLong extends Error {
  override name = 'MachineNameTooLong';
}

/**
 * What the name of every machine of a stage begins with. No stage has an underscore, so no stage's names begin like
 * another's. Two of them: with one they were called while the main stack held them, and a name is taken until that is gone.
 */
export const machineBeginning = (prefix: string): string => `${prefix}__`;

/** The name of a journey's machine. Throws MachineNameTooLong. */
export const machineName = (prefix: string, journey: string): string => {
  const name = `${machineBeginning(prefix)}${journey}`;
  if (name.length <= LONGEST) return name;
  throw new MachineNameTooLong(
    `The machine of journey "${journey}" would be called ${name}, which is longer than the ${LONGEST} characters that AWS allows: give the journey or the stage a shorter name.`,
  );
};
