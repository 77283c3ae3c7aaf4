import { expect, test } from 'vitest';
import { addressBlock, clientAddress } from './client-address.ts';

const peer = '127.0.0.1';

test('without a proxy of ours, what the caller writes into a header counts for nothing', () => {
	expect(clientAddress({ peer, forwardedFor: '198.51.100.9' }, 0)).toBe(peer);
});

test('behind proxies, the address that the outermost of ours saw is taken', () => {
	const forwardedFor = '6.6.6.6, 198.51.100.9, 10.0.0.2';
	expect(clientAddress({ peer, forwardedFor }, 1)).toBe('10.0.0.2');
	expect(clientAddress({ peer, forwardedFor }, 2)).toBe('198.51.100.9');
	expect(clientAddress({ peer, forwardedFor: '198.51.100.9' }, 3)).toBe('198.51.100.9');
	expect(clientAddress({ peer, forwardedFor: null }, 1)).toBe(peer);
});

test.each([
	['198.51.100.9', '198.51.100.9'],
	['::ffff:198.51.100.9', '198.51.100.9'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:db8:1:2::1', '2001:db8:1:2'],
	['2001:0DB8:0001:0002::ffff', '2001:db8:1:2'],
	['2001:db8::1', '2001:db8:0:0'],
	['::1', '0:0:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0'],
	['not an address', 'not an address']
])('%s shares its limit with %s', (address, block) => {
	expect(addressBlock(address)).toBe(block);
});
