import { describe, expect, it } from 'vitest';
import { wrongBrackets } from '../../../language/read/copy/liquid-brackets.ts';
import { MOMENT, problems } from './fixture.ts';

/** What is said of this copy, in which `event.plan` can be read. */
const wrong = (body: string): string[] =>
  problems({ 'moments/welcome.md': MOMENT.replace(/Your plan.*/, body) }).map((line) => line.replace(/^\S+ /, ''));

describe('brackets in copy', () => {
  it.each(['{{ if', '{% event.plan', '{{ if event', '{% event.p'])(
    'are looked for once in a long text behind %s',
    (begin) => {
      const before = process.threadCpuUsage();
      wrongBrackets(`${begin}${' '.repeat(100_000)}"`);
      wrongBrackets(`${begin}${'a'.repeat(100_000)}"`);
      expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(1000);
    },
  );

  it.each([
    '{% raw %}{{ if }} and {{{ x }}}{% endraw %}',
    '{% comment %}{{ else }}{% endcomment %}',
    '{{ "if" | upcase }}',
    '{%- if event.plan == "a}b" -%}a{%- endif -%}',
  ])('may be so: %s', (body) => expect(wrong(body).filter((line) => !line.includes('never the value'))).toEqual([]));

  it.each([
    ['{{ if event.plan }}a', '{% if … %}'],
    ['{{ for item in event.items }}a', '{% for item in event.items %}'],
    ['{{ else }}', '{% else %}'],
    ['{{ else if event.plan }}', '{% elsif … %}'],
    ['{{ endif }}', '{% endif %}'],
    ['{{#if event.plan}}', '{% if … %}'],
    ['{{/if}}', '{% endif %}'],
    ['{{/each}}', '{% endfor %}'],
  ])('of an output around a tag are told, once: %s', (body, tag) =>
    expect(wrong(body)).toEqual([expect.stringContaining(`a tag stands between \`{%\` and \`%}\`, write \`${tag}\``)]),
  );

  it.each([
    [
      '{% customer.firstName %}',
      '`{% customer.firstName %}`: a fact is printed between two braces, write `{{ customer.f',
    ],
    ['{% first_name %}', 'a fact is printed by such as `{{ customer.firstName }}`'],
    ['{{ firstName }}', 'each with one name, such as `{{ customer.firstName }}`'],
    ['{{ Event.plan }}', '`Event.plan`: write `event.plan`'],
    ['{ event.plan }', 'facts are printed by two braces, such as `{{ event.plan }}`'],
    ['{ { event.plan } }', '`{ {`: no blank stands between them, write `{{` and `}}`'],
    ['{{ event.plan }', '`{{` is not closed: write `}}` behind the name'],
    ['{{{ event.plan }}}', 'two braces are enough'],
  ])('around a fact are told, once: %s', (body, message) =>
    expect(wrong(body)).toEqual([expect.stringContaining(message)]),
  );

  it.each([
    ['{% if event.plan }a{% endif %}', '`{%` is not closed: write `%}` behind the tag'],
    ['{% if event.plan }}a{% endif %}', '`{%` is not closed: write `%}` behind the tag'],
    ['{{% if event.plan %}}a', '`{{%`: write `{%` and `%}` around a tag'],
    ['{% if event.plan %}a{% end if %}', '`{% end %}`: write `{% endif %}` in one word'],
    ['{ % if event.plan % }', '`{ %`: no blank stands between them, write `{%` and `%}`'],
  ])('of a tag that are wrong are told: %s', (body, message) => expect(wrong(body)[0]).toContain(message));
});
