import type { MantineColorsTuple } from '@mantine/core';

/** What one may act on. */
const pine: MantineColorsTuple = [
  '#edf6f2',
  '#d8e9e2',
  '#b3d4c7',
  '#8abda9',
  '#65a78e',
  '#478f75',
  '#2f785f',
  '#1f6550',
  '#185241',
  '#103f32',
];

/** What waits. */
const amber: MantineColorsTuple = [
  '#fdf5e6',
  '#f8e8c8',
  '#f0d196',
  '#e6b860',
  '#dba338',
  '#c08a22',
  '#9c6c12',
  '#80570b',
  '#684608',
  '#4f3505',
];

/** What went wrong, and what hurts. */
const brick: MantineColorsTuple = [
  '#fcf0ed',
  '#f7dcd5',
  '#edb8aa',
  '#e2917d',
  '#d66f57',
  '#c4543b',
  '#a9422b',
  '#8f3522',
  '#762b1b',
  '#5a2014',
];

/** What a person does. */
const plum: MantineColorsTuple = [
  '#f6f1f8',
  '#e9def0',
  '#d2bde0',
  '#b999cd',
  '#a279bb',
  '#8a5fa6',
  '#734b8e',
  '#5f3d77',
  '#4d315f',
  '#3a2548',
];

/** Paper, lines and pencil. */
const gray: MantineColorsTuple = [
  '#faf9f6',
  '#f3f1ec',
  '#e8e5dd',
  '#d9d5ca',
  '#c0bbae',
  '#9a9588',
  '#6f6b60',
  '#54514a',
  '#3b3934',
  '#262521',
];

/** The same at night: of these Mantine takes text, lines and grounds of the dark scheme. */
const dark: MantineColorsTuple = [
  '#e9e7e1',
  '#c6c3ba',
  '#a5a298',
  '#7d7b73',
  '#43433e',
  '#33332f',
  '#252522',
  '#1a1a18',
  '#141412',
  '#0e0e0d',
];

export const colours = { pine, amber, brick, plum, gray, dark };
