import type { Toy } from '../toy.ts';
import { push } from './channel.ts';
import { country } from './field-type.ts';
import { away } from './reason.ts';
import { beat } from './step-kind.ts';

export const TOYS: readonly Toy[] = [push, country, beat, away];
