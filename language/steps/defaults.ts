/** What a kind of step is that holds no steps, asks nothing, sends nothing and takes no time: others say how they differ. */
export const defaults = {
  idKey: 'id',
  lists: [],
  branches: () => [],
  goesOn: () => true,
  mapBranches: <Same>(step: Same): Same => step,
  pace: <Same>(step: Same): Same => step,
  seconds: () => 0,
  holdRest: () => undefined,
  expressions: () => [],
  awaits: () => [],
  moment: () => undefined,
  decides: false,
  check: () => {},
  atRunTime: () => undefined,
};
