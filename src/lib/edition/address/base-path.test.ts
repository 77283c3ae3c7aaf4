import { expect, test } from 'vitest';
import { siteOf, toHref, toLinkedHtml, toOwnName, toPath } from './base-path.ts';

const at = (address: string) => {
	return { publisher: { name: 'A publisher', address, licence: 'MIT', isDemo: true } };
};

test('the app of a whole host keeps its addresses and its names', () => {
	expect(toHref('/en/help/')).toBe('/en/help/');
	expect(toOwnName('handrail')).toBe('handrail');
	expect(toLinkedHtml('<a href="/en/help/">')).toBe('<a href="/en/help/">');
	expect(toPath('/en/help/')).toBe('/en/help/');
});

test.each([
	['/handrail/en/help/', '/en/help/'],
	['/handrail/', '/'],
	['/handrail', '/'],
	['/handrail-2/en/', undefined],
	['/en/help/', undefined]
])('below /handrail the address %s is the path %s', (pathname, path) => {
	expect(toPath(pathname, '/handrail')).toBe(path);
});

test('apps below each other share no name', () => {
	const names = ['', '/a', '/b', '/a/b'].map((base) => toOwnName('handrail', base));
	expect(new Set(names).size).toBe(4);
});

test('links of an article lead below the base path, those to other sites stay', () => {
	const html = '<a href="/en/words/#ice">ICE</a> <a href="https://a.example/x">x</a>';
	expect(toLinkedHtml(html, '/handrail')).toBe(
		'<a href="/handrail/en/words/#ice">ICE</a> <a href="https://a.example/x">x</a>'
	);
});

test.each([
	['https://a.example', 'https://a.example/handrail'],
	['https://a.example/', 'https://a.example/handrail'],
	['https://a.example/handrail', 'https://a.example/handrail'],
	['https://a.example/handrail/', 'https://a.example/handrail'],
	['somewhere', 'somewhere']
])('a publisher at %s is public at %s', (address, site) => {
	expect(siteOf(at(address), '/handrail')).toBe(site);
});
