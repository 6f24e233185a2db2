import { type Happening, iso } from './happening.ts';
import type { Chance } from './random.ts';

const SOURCES: Record<string, string> = {
  customer: 'shop.accounts',
  product: 'shop.product',
  support: 'helpdesk',
  service: 'monitoring',
  feedback: 'surveys',
  review: 'reviews',
  subscription: 'billing',
  purchase: 'shop.orders',
  partner: 'partner.data',
  message: 'mail',
  agent: 'helpdesk',
  change: 'acme.product',
};

const uuid = (luck: Chance): string =>
  `${luck.hex(8)}-${luck.hex(4)}-4${luck.hex(3)}-${luck.pick(['8', '9', 'a', 'b'])}${luck.hex(3)}-${luck.hex(12)}`;

/** One line as EventBridge delivers it. */
export const envelope = (luck: Chance, { at, type, customerId, detail }: Happening): string =>
  JSON.stringify({
    version: '0',
    id: uuid(luck),
    source: SOURCES[type.split('.')[0]!] ?? 'shop.accounts',
    'detail-type': type,
    account: '111122223333',
    region: 'eu-west-1',
    time: iso(at),
    resources: [],
    detail: customerId === '' ? detail : { customerId, ...detail },
  });
