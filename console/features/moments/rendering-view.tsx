import { Text } from '@mantine/core';
import { Badge } from '../../shared/ui/badge.tsx';
import { count } from '../../shared/words/count.ts';
import { MailFrame } from './mail-frame.tsx';
import classes from './moments.module.css';

/** A rendering, by the worker or by the API. */
export interface Rendering {
  channel: string;
  locale: string;
  subject: string;
  preheader?: string | undefined;
  text: string;
  html?: string | undefined;
  because: string;
  links: { url: string; problem?: string | undefined }[];
  sms?: { parts: number; encoding: string; characters: number; costly?: string[] } | undefined;
}

export interface RenderingViewProps {
  rendering: Rendering;
  width: 'narrow' | 'wide';
  scheme: 'light' | 'dark';
}

const Body = ({ rendering, width, scheme }: RenderingViewProps) => {
  const { channel, html, text, sms, locale } = rendering;
  if (html !== undefined && channel === 'email')
    return <MailFrame title={`The email, ${locale}, ${width}, ${scheme}`} html={html} width={width} scheme={scheme} />;
  if (channel !== 'sms') return <pre className={classes.plain}>{text}</pre>;
  return (
    <>
      <div className={classes.bubble}>{text}</div>
      {sms && (
        <Text size="sm" mt={6}>
          <Badge tone={sms.parts > 2 ? 'wait' : 'good'}>{count(sms.parts, 'part')}</Badge>{' '}
          {count(sms.characters, 'character')}, {sms.encoding}
          {sms.costly && sms.costly.length > 0 && (
            <>; {sms.costly.join(' ')} cost more: write them plainly to have fewer parts</>
          )}
        </Text>
      )}
    </>
  );
};

/** What goes out on one channel in one language: envelope, body, links, and why they get it. */
export const RenderingView = (props: RenderingViewProps) => {
  const { channel, locale, subject, preheader, because, links } = props.rendering;
  return (
    <section className={classes.rendering} aria-label={`${channel}, ${locale}`}>
      <dl className={classes.envelope}>
        <dt>Language</dt>
        <dd>{locale === 'default' ? 'main' : locale}</dd>
        {channel !== 'sms' && (
          <>
            <dt>Subject</dt>
            <dd dir="auto">{subject}</dd>
          </>
        )}
        {preheader && (
          <>
            <dt>Beside it</dt>
            <dd dir="auto">{preheader}</dd>
          </>
        )}
        <dt>Why they get it</dt>
        <dd dir="auto">{because}</dd>
      </dl>
      <Body {...props} />
      {links.length > 0 && (
        <ul className={classes.links} aria-label="Links">
          {links.map(({ url, problem }) => (
            <li key={url}>
              {url} {problem !== undefined && <Badge tone="bad">{problem}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
