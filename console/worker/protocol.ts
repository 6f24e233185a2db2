import type { Input, Kind } from './engine.ts';

/** A question to the worker. */
export type Question = { [Of in Kind]: { id: number; kind: Of; input: Input<Of> } }[Kind];

/** What the worker says of a question: its answer, what broke, or that a newer one of its kind came before its turn. */
export type Reply = { id: number } & ({ answer: unknown } | { broke: string } | { overtaken: true });
