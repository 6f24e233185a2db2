/** What a clock on the customer's wall shows. */
export interface LocalTime {
  /** Of the day. */
  minute: number;
  /** mon, tue, … */
  day: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const cached = formats.get(zone);
  if (cached) return cached;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
};

export const localTime = (at: number, zone: string): LocalTime => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return { minute: 60 * Number(parts.hour) + Number(parts.minute), day: String(parts.weekday).toLowerCase() };
};

const minuteOf = (text: string): number => {
  const [hour, minute] = text.split(':');
  return 60 * Number(hour) + Number(minute);
};

interface Hours {
  from: string;
  to: string;
}

/** Whether it lies between two times of day, the first included; over midnight when the second is not later. */
export const isWithin = ({ minute }: LocalTime, { from, to }: Hours): boolean => {
  const [first, last] = [minuteOf(from), minuteOf(to)];
  return last > first ? minute >= first && minute < last : minute >= first || minute < last;
};

export const isOutside = (time: LocalTime, window: Hours & { days?: string[] | undefined }): boolean =>
  !isWithin(time, window) || (window.days !== undefined && !window.days.includes(time.day));
