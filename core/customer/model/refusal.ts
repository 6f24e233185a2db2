/** Why an optional field of an event was not taken, though the event was. */
export const LEFT_OUT = 'left-out';

/** An event was taken, but a text in it is in a language that is not read for mood. */
export const NOT_READ = 'not-read';
