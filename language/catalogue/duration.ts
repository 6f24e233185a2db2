/** `5400` as `90 minutes`: the largest unit that keeps it whole. */
export const formatDuration = (seconds: number): string => {
  const units = [
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const [name, size] = units.find(([, size]) => seconds % size === 0 && seconds >= size) ?? ['second', 1];
  const amount = seconds / size;
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
};
