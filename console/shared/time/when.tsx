import { fromNow, inWords } from './format.ts';
import { useNow } from './now.ts';

export interface WhenProps {
  /** ISO 8601, UTC. */
  at: string;
  /** The customer's, where it is their time; else whoever looks. */
  zone?: string | undefined;
  style?: 'date' | 'time' | 'day' | 'moment' | 'ago';
}

/** A time, with the whole of it for who points at it. */
export const When = ({ at, zone, style = 'moment' }: WhenProps) => {
  const now = useNow();
  const whole = `${inWords(at, 'full', zone)}${zone === undefined ? '' : ` (${zone})`}, ${fromNow(at, now)}`;
  return (
    <time dateTime={at} title={whole}>
      {style === 'ago' ? fromNow(at, now) : inWords(at, style, zone)}
    </time>
  );
};
