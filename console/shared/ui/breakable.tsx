import { Fragment } from 'react';

const PARTS = /[^@._/:]*[@._/:]|[^@._/:]+/gu;

/** A name, an address or an id: where it does not fit it breaks at its signs, and inside a word only if that must be. */
export const Breakable = ({ children }: { children: string }) => (
  <bdi>
    {[...children.matchAll(PARTS)].map(({ 0: part, index }) => (
      <Fragment key={index}>
        {index > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </bdi>
);
