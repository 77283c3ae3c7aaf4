import { expect, test } from 'vitest';
import { LANGUAGE_TAGS } from '#lib/edition/language-tags.ts';
import { findPage, type Known } from './find-page.ts';

const IDS = ['guide/home-door', 'guide/school-bus', 'guide/bus-stop', 'directive/cbp-one'];
const known = (more: Partial<Known> = {}): Known => {
	return { tags: LANGUAGE_TAGS, ids: IDS, preferred: undefined, ...more };
};

test.each([
	['/en/guides/home-door/)', '/en/guides/home-door/'],
	['/en/guides/home-door)', '/en/guides/home-door/'],
	['/en/guides/home-door/).', '/en/guides/home-door/'],
	['/en/guides/home-door/%22', '/en/guides/home-door/'],
	['/en/guides/home-door/%EF%BC%89%E3%80%82', '/en/guides/home-door/'],
	['/en/guides/home-door%29%20and', '/en/guides/home-door/'],
	['/en/guides/home-door', '/en/guides/home-door/'],
	['/en//guides///home-door/', '/en/guides/home-door/'],
	['/EN/Guides/Home-Door', '/en/guides/home-door/'],
	['/en/guides/home_door/', '/en/guides/home-door/'],
	['/en/guides/home-door.html', '/en/guides/home-door/'],
	['/en/guides/home-door/index.html', '/en/guides/home-door/'],
	['/en/guide/home-door/', '/en/guides/home-door/'],
	['/en/directives/home-door/', '/en/guides/home-door/'],
	['/en/home-door', '/en/guides/home-door/'],
	['/en/Guides', '/en/guides/'],
	['/en/directive', '/en/directives/'],
	['/en/%', '/en/'],
	['/en/%E0%A4%A', '/en/'],
	['/en/)', '/en/'],
	['/es-MX/guides/home-door/', '/es/guides/home-door/'],
	['/en-US/help/', '/en/help/'],
	['/zh-TW/help', '/zh-Hant/help/'],
	['/zh-hans-cn/help/', '/zh-Hans/help/'],
	['/uz/about/coverage', '/uz-Latn/about/coverage/']
])('%s is %s, without a doubt', (address, path) => {
	expect(findPage(address, known())).toEqual({ kind: 'page', path });
});

test.each([
	['/home-door/', '/es/guides/home-door/'],
	['/guides/home-door/', '/es/guides/home-door/'],
	['/about', '/es/about/'],
	['//', '/es/'],
	['/%', '/es/']
])('without a language, %s is %s for who reads Spanish', (address, path) => {
	expect(findPage(address, known({ preferred: 'es' }))).toEqual({ kind: 'page', path });
});

test.each([
	['/guides/home-door/)', LANGUAGE_TAGS, '/guides/home-door/'],
	['/pt/guides/home-door/', LANGUAGE_TAGS, '/guides/home-door/'],
	['/pt-BR/help/', LANGUAGE_TAGS, '/help/'],
	['/pt/', LANGUAGE_TAGS, '/'],
	['/zh/guides/home-door/', ['zh-Hans', 'zh-Hant'], '/guides/home-door/'],
	['/zh/', ['zh-Hans', 'zh-Hant'], '/'],
	['/bus', LANGUAGE_TAGS, '/bus/'],
	['/no-such-thing-here', LANGUAGE_TAGS, '/'],
	['//', LANGUAGE_TAGS, '/']
])('%s asks for the language, and keeps the page', (address, tags, rest) => {
	expect(findPage(address, known())).toEqual({ kind: 'choose', tags, rest });
});

test('Chinese is in the script that was read before', () => {
	const found = findPage('/zh/help/', known({ preferred: 'zh-Hant' }));
	expect(found).toEqual({ kind: 'page', path: '/zh-Hant/help/' });
});

test('a language that the publisher does not have is asked for, page kept', () => {
	const tags = ['en', 'es'] as const;
	const found = findPage('/fr/guides/home-door/', known({ tags, preferred: 'es' }));
	expect(found).toEqual({ kind: 'choose', tags, rest: '/guides/home-door/' });
});

test.each([
	['/en/guides/hme-door/', ['/guides/home-door/']],
	['/en/home-dorr', ['/guides/home-door/']],
	['/en/bus', ['/guides/school-bus/', '/guides/bus-stop/']],
	['/en/guides/shcool-bus/', ['/guides/school-bus/']],
	['/en/serch', ['/search/']],
	['/en/guides/home-door/and/more', ['/guides/home-door/']],
	['/en/nothing-like-it', []],
	['/en/guides/x/', ['/guides/']]
])('%s is not sure: %j are offered', (address, paths) => {
	expect(findPage(address, known())).toMatchObject({ kind: 'offer', lang: 'en', paths });
});

test('two articles of one name are both offered', () => {
	const found = findPage('/en/warrants/', known({ ids: ['guide/warrants', 'directive/warrants'] }));
	expect(found).toMatchObject({ paths: ['/guides/warrants/', '/directives/warrants/'] });
});

test.each([
	'//evil.example',
	'/\\evil.example',
	'/%5Cevil.example/%2F%2Fevil.example',
	'/en//evil.example/',
	'/https://evil.example/',
	'/en/@evil.example',
	`/${'a/'.repeat(5000)}`,
	`/en/${'%'.repeat(5000)}`
])('%s leads to no other site', (address) => {
	for (const preferred of [undefined, 'en'] as const) {
		const found = findPage(address, known({ preferred }));
		const paths = found.kind === 'page' ? [found.path] : found.kind === 'offer' ? found.paths : [];
		const rest = found.kind === 'page' ? '/' : found.rest;
		for (const path of [...paths, rest]) expect(path).toMatch(/^\/([a-zA-Z0-9-]+\/)*$/);
	}
});
