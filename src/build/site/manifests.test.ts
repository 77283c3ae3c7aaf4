import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toManifests } from './manifests.ts';

const SITE = {
	name: 'Banister',
	shortName: 'Banister',
	about: 'Guides for families.',
	neutralNames: { sheet: 'Notes', book: 'Guide' }
};
const shared = JSON.parse(readFileSync('static/manifest.webmanifest', 'utf8')) as Record<
	string,
	unknown
>;
const manifests = toManifests(shared, SITE, '/below');
const neutral = [...manifests].filter(([file]) => file !== 'manifest.webmanifest');

test('each is another app to a browser, with the same scope', () => {
	expect([...manifests.keys()]).toEqual([
		'manifest.webmanifest',
		'manifest-sheet.webmanifest',
		'manifest-book.webmanifest'
	]);
	const ids = [...manifests.values()].map(({ id }) => id);
	expect(ids).toEqual(['/below/', '/below/?icon=sheet', '/below/?icon=book']);
	for (const { scope } of manifests.values()) expect(scope).toBe('./');
});

test.each(neutral)('%s says nothing but its neutral name', (_, manifest) => {
	const words = JSON.stringify({ ...manifest, share_target: undefined });
	expect(words).not.toMatch(/banister|handrail|guides|famil|help|check/i);
	expect(['Notes', 'Guide']).toContain(manifest['name']);
	for (const { src } of manifest['icons'] as { src: string }[]) {
		expect(existsSync(`static/${src}`), src).toBe(true);
	}
});

test('the app by its own name says what it is', () => {
	expect(manifests.get('manifest.webmanifest')).toMatchObject({
		name: 'Banister',
		description: 'Guides for families.',
		shortcuts: expect.any(Array) as unknown
	});
});
