import { mkdirSync, writeFileSync } from 'node:fs';
import { ITEM_FORMAT } from '../../core/customer/model/format.ts';
import { toItem } from '../../core/customer/model/item.ts';
import { recorded } from './recorded.ts';
import { mergedItems } from './recorded-merge.ts';

// Writes what lives long as it is today, for the tests of every later release:
//   npx node test/contract/record.ts && npx biome format --write test/contract
// Once a number is released its files stay as they are: record again only under a new one.

const folder = new URL(`./${ITEM_FORMAT}/`, import.meta.url);
const { items, runs, messages, machines, catalogue } = await recorded();
mkdirSync(folder, { recursive: true });
const write = (name: string, value: unknown): void =>
  writeFileSync(new URL(name, folder), `${JSON.stringify(value, null, 1)}\n`);
write(
  'items.json',
  items.map((item) => JSON.stringify(item)),
);
write('short.json', items.map(toItem));
write(
  'merged.json',
  (await mergedItems()).map((item) => JSON.stringify(item)),
);
write('runs.json', runs);
write('messages.json', messages);
write('machines.json', machines);
write('catalogue.json', catalogue);
