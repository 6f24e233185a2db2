import type { Agenda } from './agenda.ts';
import type { Life } from './life.ts';

export type Settled<T> = { ok: true; value: T } | { ok: false; error: string; cause: unknown };

/** A call of a service that did not answer in time, or said that it is busy. */
export class ServiceTroubled extends Error {
  override name = 'ServiceTroubled';
}

/** One run of one function, from its start to its answer, its crash or its time-out. */
export interface Invocation {
  readonly id: string;
  readonly life: Life;
  readonly kind: string;
  /** Its host's clock. */
  now(): number;
  /** What went wrong in it. */
  readonly troubles: string[];
  /** A call of a port: takes its time, then takes effect, then answers; or does not. */
  call<T>(what: string, perform: () => Promise<T> | T): Promise<T>;
}

/** How far two hosts' clocks may be apart from the true time, in milliseconds. */
export const SKEW = 2000;

interface Body<T> {
  life: Life;
  kind: string;
  /** Milliseconds until it is given up. */
  limit: number;
  run: (invocation: Invocation) => Promise<T>;
  /** Once, with what whoever called it sees. */
  settle: (settled: Settled<T>, invocation: Invocation) => void;
}

/** Starts a function. Crashed or given up, it never goes on: but what it had asked for may still take effect. */
export const invoke = <T>(agenda: Agenda, { life, kind, limit, run, settle }: Body<T>): void => {
  const { luck } = life;
  let dead = false;
  let settled = false;
  let skew = luck.strikes(0.15, `${kind}: its clock is off`) ? luck.draw.between(-SKEW, SKEW) : 0;
  const troubles: string[] = [];

  const finish = (result: Settled<T>): void => {
    if (settled) return;
    settled = true;
    cancel();
    life.busy--;
    settle(result, invocation);
  };
  const trouble = (what: string, likely: number): boolean => {
    const strikes = luck.strikes(likely, what);
    if (strikes) troubles.push(what);
    return strikes;
  };
  const isOut = (what: string): boolean => {
    const out = life.isOut(what);
    if (out) troubles.push(`${what}: out`);
    return out;
  };
  const crash = (): void => {
    dead = true;
    finish({ ok: false, error: 'Lambda.Unknown', cause: undefined });
  };

  const call: Invocation['call'] = (what, perform) =>
    new Promise((resolve, reject) => {
      agenda.after(luck.latency(`${kind} ${what}`), async () => {
        const label = `${kind} ${what}`;
        if (dead && (isOut(what) || !trouble(`${label}: takes effect after its caller died`, 0.2))) return;
        if (!dead && trouble(`${label}: crash before`, 0.006)) return crash();
        if (!dead && (isOut(what) || trouble(`${label}: throttled`, 0.008))) return reject(new ServiceTroubled(label));
        try {
          const answer = await perform();
          if (dead) return;
          if (trouble(`${label}: crash after`, 0.006)) return crash();
          if (trouble(`${label}: reply lost`, 0.008)) return reject(new ServiceTroubled(label));
          if (!trouble(`${label}: slow reply`, 0.01)) return resolve(answer);
          agenda.after(luck.draw.between(100, 8000), () => dead || resolve(answer));
        } catch (error) {
          if (!dead) reject(error);
        }
      });
    });

  const now = (): number => {
    if (luck.strikes(0.01, `${kind}: its clock is stepped`)) skew = luck.draw.between(-SKEW, SKEW);
    return Math.floor(agenda.now + skew);
  };

  const giveUp = (): void => {
    troubles.push('time-out');
    const more = trouble(`${kind}: goes on a little after its time-out`, 0.3) ? luck.draw.between(10, 5000) : 0;
    agenda.after(more, () => {
      dead = true;
    });
    finish({ ok: false, error: 'Sandbox.Timedout', cause: undefined });
  };

  const cancel = agenda.after(limit, giveUp);
  life.busy++;
  const invocation: Invocation = { id: `${kind}-${life.index}-${++life.invocations}`, life, kind, now, troubles, call };
  // What nobody can start fails at once.
  if (isOut('invoke')) {
    agenda.after(luck.latency(kind), () =>
      finish({ ok: false, error: 'Lambda.TooManyRequestsException', cause: undefined }),
    );
    run = () => new Promise(() => {});
  }
  run(invocation).then(
    (value) => finish({ ok: true, value }),
    (error: Error) => {
      if (!dead) finish({ ok: false, error: error.name, cause: error });
    },
  );
};
