/** A mail as it comes over the wire. */
export const rawMail = (text: string, headers: Record<string, string | undefined> = {}): Uint8Array => {
  const head = {
    From: 'Ada Lovelace <Ada@example.com>',
    To: 'Acme <reply+abcdefghijklmnopqrstuvwx@reply.acme.example>',
    Subject: 'Re: One honest question',
    'Message-ID': '<m1@mail.example.com>',
    Date: 'Mon, 02 Mar 2026 11:00:00 +0100',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([...lines, '', ...text.split('\n')].join('\r\n'));
};
