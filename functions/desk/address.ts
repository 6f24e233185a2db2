import { BlockList, isIP } from 'node:net';

/** Addresses that are not on the internet: nothing of ours is posted to our own network, or to a service of the machine. */
const INSIDE: [address: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
];

const inside = new BlockList();
for (const [address, prefix, family] of INSIDE) inside.addSubnet(address, prefix, family);

/** Unicast of the internet, without what leads elsewhere by another name. */
const outside = new BlockList();
outside.addSubnet('2000::', 3, 'ipv6');
const tunnels = new BlockList();
for (const prefix of ['2001::', '2002::']) tunnels.addSubnet(prefix, prefix === '2001::' ? 23 : 16, 'ipv6');
tunnels.addSubnet('2001:db8::', 32, 'ipv6');

/** Whether an address is one of the internet's. */
export const isPublic = (address: string): boolean => {
  if (isIP(address) === 4) return !inside.check(address, 'ipv4');
  return isIP(address) === 6 && outside.check(address, 'ipv6') && !tunnels.check(address, 'ipv6');
};
