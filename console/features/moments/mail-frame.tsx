import classes from './moments.module.css';

export interface MailFrameProps {
  title: string;
  html: string;
  width: 'narrow' | 'wide';
  scheme: 'light' | 'dark';
}

const DARK = /@media[^{]*prefers-color-scheme:\s*dark[^{]*/g;

/** What a mail says for dark screens holds, or does not, whatever this screen is. */
const inScheme = (html: string, scheme: 'light' | 'dark'): string =>
  html
    .replaceAll(DARK, scheme === 'dark' ? '@media all ' : '@media not all ')
    .replace(/<head([^>]*)>/, `<head$1><style>:root{color-scheme:${scheme}}</style>`);

/** The very mail, in a frame that has no rights: no script of it runs, and nothing in it leads away from here. */
export const MailFrame = ({ title, html, width, scheme }: MailFrameProps) => (
  <div className={classes.desk}>
    <iframe
      title={title}
      sandbox=""
      srcDoc={inScheme(html, scheme)}
      className={classes.frame}
      data-width={width}
      data-scheme={scheme}
    />
  </div>
);
