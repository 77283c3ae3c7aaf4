import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Not on the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry/ */
const NOT_PUBLIC_4 = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.31.196.0', 24],
	['192.52.193.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['192.175.48.0', 24],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4]
] as const;
/** Special ranges within 2000::/3, which holds all public addresses. */
const NOT_PUBLIC_6 = [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20]
] as const;

const blocked = new BlockList();
for (const [net, bits] of NOT_PUBLIC_4) blocked.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of NOT_PUBLIC_6) blocked.addSubnet(net, bits, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is public. IPv4 mapped into IPv6 counts as not: DNS has no use for it. */
export function isPublicAddress(address: string): boolean {
	const family = isIP(address);
	if (family === 4) return !blocked.check(address, 'ipv4');
	return family === 6 && global6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}

/** The error code for a name that does not resolve to public addresses alone. */
export const NOT_PUBLIC = 'ENOTPUBLIC';

export type Lookup = (
	hostname: string,
	options: { readonly all: true; readonly verbatim: true },
	callback: (
		error: NodeJS.ErrnoException | null,
		found: { address: string; family: number }[]
	) => void
) => void;

/**
 * A `lookup` for sockets that gives public addresses only. The socket itself uses it, so the checked
 * address is the one that is connected to: a name that is resolved twice may give two addresses. If
 * one address of a name is not public, the whole name is refused.
 */
export function createPublicLookup(lookup: Lookup): LookupFunction {
	return (hostname, options, callback) => {
		lookup(hostname, { all: true, verbatim: true }, (error, found) => {
			if (error !== null) {
				callback(error, '', 0);
				return;
			}
			const [first] = found;
			if (first === undefined || !found.every(({ address }) => isPublicAddress(address))) {
				const refusal: NodeJS.ErrnoException = new Error('the name leads to no public address');
				refusal.code = NOT_PUBLIC;
				callback(refusal, '', 0);
				return;
			}
			if (options.all) callback(null, found);
			else callback(null, first.address, first.family);
		});
	};
}
