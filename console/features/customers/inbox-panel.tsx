import { Text } from '@mantine/core';
import { useState } from 'react';
import type { InboxNow } from '../../../functions/api/contract/inbox.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { When } from '../../shared/time/when.tsx';
import { Answer, Loading } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { count } from '../../shared/words/count.ts';
import classes from './inbox.module.css';

type Message = InboxNow['messages'][number];

/** A plain product's look: what is shown is the fragment that its backend gets, and the buttons beside it. */
const STYLE = `:root{color-scheme:light dark}
body{margin:0;padding:16px 18px;font:15px/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:17px;margin:0 0 8px}p{margin:0 0 10px}img{max-width:100%}
.button,li.answer a{display:inline-block;padding:6px 14px;border:1px solid;border-radius:6px;text-decoration:none}
ul.answers{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:6px}`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);

const answers = ({ asks }: Message): string => {
  if (!asks) return '';
  const buttons = asks.choices.map(({ label, means, url }) => {
    const spoken = means === undefined ? label : `${label} (${means})`;
    return `<li class="answer"><a href="${escaped(url)}" aria-label="${escaped(spoken)}">${escaped(label)}</a></li>`;
  });
  return `<p>${escaped(asks.question)}</p><ul class="answers">${buttons.join('')}</ul>`;
};

const pageOf = (message: Message): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(message.title)}</title><style>${STYLE}</style></head><body><h1>${escaped(message.title)}</h1>${message.html}${answers(message)}</body></html>`;

/** As a product may show it, in a frame without rights: no script of it runs, and nothing in it leads away from here. */
const InProduct = ({ message }: { message: Message }) => (
  <iframe className={classes.frame} title={`In their account: ${message.title}`} sandbox="" srcDoc={pageOf(message)} />
);

const Line = ({ message, zone }: { message: Message; zone: string }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details className={classes.message} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className={classes.title} dir="auto">
            {message.title || message.moment}
          </span>
          {message.readAt === undefined ? <Badge tone="wait">unread</Badge> : <Badge tone="plain">read</Badge>}
          <span className={classes.when}>
            <When at={message.at} zone={zone} />
          </span>
        </summary>
        {isOpen && <InProduct message={message} />}
      </details>
    </li>
  );
};

const InboxMessages = ({ inbox: { isOpen, messages }, zone }: { inbox: InboxNow; zone: string }) => (
  <>
    {!isOpen && <Text c="dimmed">No product shows this any more: policy.yaml or the stage says so.</Text>}
    {messages.length === 0 ? (
      <Text c="dimmed">Nothing is there.</Text>
    ) : (
      <ul className={classes.list}>
        {messages.map((message) => (
          <Line key={message.id} message={message} zone={zone} />
        ))}
      </ul>
    )}
  </>
);

/** What their product shows them, as it may look there. Looking at it here reads nothing for them. */
export const InboxPanel = ({ customer, zone }: { customer: string; zone: string }) => {
  const query = useAnswer('readInbox', { params: { customer } });
  const { data } = query;
  // Where no product shows it and nothing was left there, there is nothing to say.
  if (data && !data.isOpen && data.messages.length === 0) return null;
  const unread = data && data.messages.length > 0 ? count(data.unread, 'unread message') : undefined;
  return (
    <Panel title="In their account" about={unread}>
      <Answer query={query} loading={<Loading label="Loading their inbox" />}>
        {(inbox) => <InboxMessages inbox={inbox} zone={zone} />}
      </Answer>
    </Panel>
  );
};
