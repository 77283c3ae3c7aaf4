import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { toCard } from '#lib/edition/card.ts';
import { LANGUAGE_TAGS, type LanguageTag } from '#lib/edition/language-tags.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { aContact, aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { bundlePhonePages } from '../build/bundle-phone-pages.ts';
import type { PageToRender, RenderedPage } from './rendered-page.ts';

type Render = (page: PageToRender) => RenderedPage;

/** Inside of the project, so that what the bundle leaves out is found. */
const folder = mkdtempSync('node_modules/.phone-pages-');
let own: Render;
let ofSvelte: Render;

beforeAll(async () => {
	// Svelte renders hashes into a page that is being developed
	vi.stubEnv('NODE_ENV', 'production');
	const made = async (name: string, ownRuntime: boolean): Promise<Render> => {
		const out = join(folder, name);
		await bundlePhonePages({ out, ownRuntime });
		const module: unknown = await import(pathToFileURL(join(out, 'phone-pages.js')).href);
		return (module as { renderPage: Render }).renderPage;
	};
	own = await made('own', true);
	ofSvelte = await made('svelte', false);
	vi.unstubAllEnvs();
}, 120_000);
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

const draft = { state: 'draft', isDraft: true, on: '2026-11-24' } as const;
const guide = aGuide({
	title: 'Tom & "Jerry" <b>',
	do: {
		heading: 'Do',
		items: [
			{ html: 'Keep it closed. You need not open.', drawing: 'door' },
			{ html: 'Call <bdi dir="ltr">311</bdi> &#x26; wait.', drawing: 'of a later release' }
		]
	},
	papers: { heading: 'Papers', items: Array.from({ length: 6 }, () => ({ html: 'A line.' })) },
	call: { heading: 'Call', items: [{ html: 'A neighbor.' }, { contact: aContact() }] },
	unconfirmed: { heading: 'Not confirmed', html: '<ul><li>We did not read it.</li></ul>' }
});
const directive = aDirective({ status: 'partly_blocked', scopePlace: 'New York' });

const cards = [guide, directive].map((it) => toCard(it, 'b'.repeat(64)));
const open = (article: typeof guide | typeof directive) => ({
	found: { article, blob: 'a'.repeat(64), cards }
});
const terms = {
	found: [{ slug: 'gate', lang: 'en', term: 'closed', plain: 'Not open.' }] as const
};

/** Every kind of page, in its kinds. */
const PAGES: readonly (readonly [string, Pick<PageToRender, 'name' | 'data' | 'audience'>])[] = [
	['a guide', { name: 'guide', data: { open: open(guide), terms }, audience: undefined }],
	[
		'a draft with the English beside it',
		{
			name: 'guide',
			data: {
				open: open(
					aGuide({
						lang: 'es',
						translation: draft,
						do: { heading: 'Haga', items: [{ html: 'Cierre.', english: 'Close.' }] }
					})
				),
				terms
			},
			audience: undefined
		}
	],
	['a rule', { name: 'directive', data: { open: open(directive), terms }, audience: undefined }],
	['home', { name: 'home', data: { cards: { found: cards } }, audience: undefined }],
	['home of a role', { name: 'home', data: { cards: { found: cards } }, audience: 'bus-crew' }],
	['help', { name: 'help', data: { contacts: { found: [aContact()] } }, audience: undefined }],
	[
		'what is not there',
		{ name: 'home', data: { cards: { absent: 'not-on-this-phone' } }, audience: undefined }
	]
];

const edition = {
	version: 2,
	issued: '2026-11-24T09:00:00Z',
	languages: LANGUAGE_TAGS.map((lang) => ({ lang })),
	changes: [{ slug: '2026-11-24-a', date: '2026-11-24' }],
	publisher: { name: 'A', address: 'http://localhost' }
};

const pageOf = (
	lang: LanguageTag,
	page: Pick<PageToRender, 'name' | 'data' | 'audience'>
): PageToRender => ({
	...page,
	url: new URL(`https://a.example/${lang}/guides/school-bus/`),
	params: { lang, slug: 'school-bus' },
	tabTitle: 'page',
	homeIcon: 'own',
	now: new Date('2026-12-26T12:00:00Z'),
	layout: { lang, t: textsOf(lang), edition, standIn: undefined }
});

test.each(PAGES)('%s is, letter by letter, what Svelte renders', (_, page) => {
	for (const lang of ['en', 'es', 'ar'] as const) {
		const made = own(pageOf(lang, page));
		const wanted = ofSvelte(pageOf(lang, page));
		let at = 0;
		while (at < wanted.body.length && wanted.body[at] === made.body[at]) at += 1;
		// of two long texts, where they part
		expect(made.body.slice(at, at + 200)).toBe(wanted.body.slice(at, at + 200));
		expect(made).toEqual(wanted);
		expect(made.body).toContain('<main');
	}
});

test('the title names the app alone where its reader wants that', () => {
	const page = { name: 'guide', data: { open: open(guide), terms }, audience: undefined } as const;
	const title = /<title>[^<]*<\/title>/;
	expect(title.exec(own(pageOf('en', page)).head)?.[0]).toContain('Tom');
	const { head } = own({ ...pageOf('en', page), tabTitle: 'app' });
	expect(title.exec(head)?.[0]).toBe('<title>Handrail</title>');
	const neutral = own({ ...pageOf('en', page), homeIcon: 'book' });
	expect(title.exec(neutral.head)?.[0]).toBe('<title>Guide</title>');
});

test('HTML that the compiler does not write makes no page', () => {
	const bad = aGuide({ why: { heading: 'Why', html: '<p onclick="alert(1)">x</p>' } });
	const page = { name: 'guide', data: { open: open(bad), terms }, audience: undefined } as const;
	expect(() => own(pageOf('en', page))).toThrow('HTML that the compiler does not write');
});

test('what only happens where a page is mounted is not in the bundle', () => {
	const bundle = readFileSync(join(folder, 'own/phone-pages.js'), 'utf8');
	expect(bundle).not.toMatch(/startViewTransition|\.focus\(|\baddEventListener\b/);
});
