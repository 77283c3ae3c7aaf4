import { expect, test } from 'vitest';
import { mendAddress } from './mend-address.ts';

test.each([
	['/en/%', '/en/'],
	['/en/%E0%A4%A', '/en/'],
	['/en/100%/', '/en/100/'],
	['//', '/'],
	['//evil.example/', '/evil.example/'],
	['/en//guides/', '/en/guides/'],
	['//%', '/']
])('%s cannot be routed: %s can', (address, mended) => {
	expect(mendAddress(address)).toBe(mended);
});

test.each(['/', '/en/', '/en/gu%C3%ADas/', '/en/guides/home-door/)'])('%s stays', (address) => {
	expect(mendAddress(address)).toBeUndefined();
});
