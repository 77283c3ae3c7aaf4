import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLicences } from './licences.ts';

const aLock = (license?: string) => ({
	packages: { '': {}, 'node_modules/@a/b': { version: '1.0.0', ...(license && { license }) } }
});

test('all packages of this repository may be passed on', () => {
	const { unknown, byLicence } = readLicences(
		JSON.parse(readFileSync('package-lock.json', 'utf8'))
	);

	expect(unknown).toEqual([]);
	expect(byLicence.get('MIT')).toContain('svelte 5.57.3');
});

test.each([['GPL-3.0-only'], [undefined], ['MIT AND GPL-2.0-only'], ['see LICENSE']])(
	'a person must look at %s',
	(license) => {
		expect(readLicences(aLock(license)).unknown[0]).toMatch(/^@a\/b 1\.0\.0: /);
	}
);

test.each([['(MIT OR GPL-3.0-only)'], ['MIT AND ISC']])('%s is fine', (license) => {
	expect(readLicences(aLock(license)).unknown).toEqual([]);
});

test('what is no lock file is refused', () => {
	expect(() => readLicences({ lockfileVersion: 3 })).toThrow();
});
