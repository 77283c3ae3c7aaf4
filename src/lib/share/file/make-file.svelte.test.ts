import { describe, expect, test } from 'vitest';
import type { Article } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { HomeIcon } from '#lib/phone/choices.ts';
import { toBytes } from '#lib/trust/signed/bytes.ts';
import { aContact, aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { makeFile } from './make-file.ts';
import { parseCarriedEdition } from './carried-edition.ts';

const edition = {
	version: 57,
	issued: '2026-11-24T12:00:00.000Z',
	publisher: { name: 'A test', address: 'https://handrail.example', licence: 'MIT', isDemo: false }
};

function fileOf(
	articles: readonly Article[],
	lang: LanguageTag = 'en',
	article?: string,
	homeIcon?: HomeIcon
) {
	const lines = ['{"entries":[]}', ...articles.map((it) => JSON.stringify(it)), '[]'];
	const carried = { lang, article, proof: new Map([['head.json', '{}\n{}']]), lines };
	const order = ['directive/school-bus-training', 'guide/school-bus'];
	const checked = (html: string): string => html;
	return makeFile(textsOf(lang), {
		carried,
		edition,
		order,
		checked,
		...(homeIcon && { homeIcon })
	});
}
const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const pageOf = (...args: Parameters<typeof fileOf>): Document => parsed(fileOf(...args).html);

const draft = { state: 'draft', isDraft: true, on: '2026-11-24' } as const;

describe('a file to pass on', () => {
	test('shows each article whole: steps, call, do not, reasons, sources, dates and labels', () => {
		const call = { heading: 'Call', items: [{ contact: aContact() }] };
		const page = pageOf([aGuide({ call }), aDirective()]);
		const text = page.body.textContent;
		for (const part of [
			'Edition 57, November 24, 2026',
			'This is information, not legal advice.',
			'Keep the doors closed.',
			'800-354-0365',
			'Do not give names, stops or route sheets.',
			'One bus company',
			'Immigration resources, NYCSBUS, 2025',
			'As of 2025',
			'Not yet checked by a lawyer',
			'In force now'
		]) {
			expect(text).toContain(part);
		}
		expect(page.querySelectorAll('ol > li')).toHaveLength(5);
		expect([...page.querySelectorAll('h2')].map((it) => it.textContent)).toEqual([
			'What school bus crews were told',
			'Officers come to the school bus'
		]);
	});

	test('has no script, asks for nothing, and cannot: its policy forbids all but styles', () => {
		const page = pageOf([aGuide()]);
		const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content');
		expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
		expect(page.querySelectorAll('script, img, link, iframe, object, form, [src]')).toHaveLength(0);
	});

	test('never calls itself verified: it says where to check it', () => {
		const { html } = fileOf([aGuide()]);
		expect(html).toContain('Check in Handrail');
		expect(html).not.toMatch(/verified/i);
	});

	test('carries what it was made of, to the byte', () => {
		const { html } = fileOf([aGuide()], 'en', 'guide/school-bus');
		expect(parseCarriedEdition(toBytes(html))).toMatchObject({
			value: { article: 'guide/school-bus', lines: { 1: JSON.stringify(aGuide()) } }
		});
	});

	test('of a publisher who stops says so, and whom to ask', () => {
		const shutdownNotice = {
			on: '2027-03-01',
			goTo: [{ name: 'The city', url: 'https://city.example/' }]
		};
		const carried = { lang: 'en', proof: new Map([['head.json', '{}\n{}']]), lines: [] } as const;
		const wishes = { carried, order: [], checked: (html: string) => html };
		const { html } = makeFile(textsOf('en'), {
			...wishes,
			edition: { ...edition, shutdownNotice }
		});

		expect(parsed(html).body.textContent).toContain('From March 1, 2027, A test no longer checks');
		expect(html).toContain('<a href="https://city.example/" dir="auto">The city</a>');
	});

	test('is named by what is in it', () => {
		expect(fileOf([aGuide()]).name).toBe('handrail-en-57.html');
		const one = fileOf([aGuide()], 'en', 'guide/school-bus');
		expect(one.name).toBe('handrail-school-bus-en-57.html');
	});

	test('by a neutral name does not say what is in it', () => {
		const one = fileOf([aGuide()], 'en', 'guide/school-bus', 'sheet');
		expect(one.name).toBe('notes-en-57.html');
	});

	test('shows a draft as one, in its language and direction, with the English beside', () => {
		const items = [{ html: 'أبقِ الأبواب مغلقة.', english: 'Keep the doors closed.' }];
		const article = aGuide({ lang: 'ar', translation: draft, do: { heading: 'افعل', items } });
		const page = pageOf([article], 'ar');
		expect(page.documentElement.dir).toBe('rtl');
		expect(page.body.textContent).toContain('ترجمة أولية لم يراجعها شخص بعد');
		expect(page.querySelector('ol small')?.getAttribute('lang')).toBe('en');
	});

	test('says where the rest of a rule is in English, once, and marks it', () => {
		const inEnglish = (heading: string) =>
			({ heading, html: '<p>Doors stay closed.</p>', lang: 'en' }) as const;
		const rule = aDirective({
			lang: 'ar',
			translation: draft,
			short: { heading: 'باختصار', html: '<p>أبقِ الأبواب مغلقة.</p>' },
			says: inEnglish('What it says'),
			limits: inEnglish('What it does not say'),
			inEnglish: ['issuer']
		});
		const page = pageOf([rule], 'ar');
		const missing = textsOf('ar')('missing_label', { phone: '311' });
		expect(page.body.textContent.split(missing)).toHaveLength(2);
		const [before = '', after = ''] = page.body.innerHTML.split(missing);
		expect(before).toContain('باختصار');
		expect(before).toContain('<span lang="en" dir="ltr">NYCSBUS</span>');
		expect(after.match(/<h3 lang="en" dir="ltr">/g)).toHaveLength(2);
		expect(after).toContain('<div lang="en" dir="ltr"><p>Doors stay closed.</p></div>');
	});

	test('gives each label the language and the direction of its words', () => {
		const labels = [...pageOf([aGuide()], 'ar').querySelectorAll<HTMLElement>('.label')];
		expect(labels.map(({ dir, lang }) => [lang, dir])).toEqual([
			['ar', 'rtl'],
			['ar', 'rtl']
		]);
	});

	test('takes no markup from a title, and only what passed the second check from a text', () => {
		const article = aGuide({ title: '<img src=x onerror=alert(1)>' });
		const carried = { lang: 'en', proof: new Map(), lines: [JSON.stringify(article)] } as const;
		const checked = (): string => 'checked';
		const { html } = makeFile(textsOf('en'), { carried, edition, order: [], checked });
		const page = parsed(html);
		expect(page.querySelector('img')).toBeNull();
		expect(page.querySelector('ol')?.textContent).toBe('checked'.repeat(5));
	});

	test('leads from its links to the publisher’s address, not to a folder of the phone', () => {
		const why = { heading: 'Why', html: '<p><a href="/en/guides/work/">Work</a></p>' };
		const page = pageOf([aGuide({ why })]);
		const links = [...page.querySelectorAll('article a')].map((it) => it.getAttribute('href'));
		expect(links).toContain('https://handrail.example/en/guides/work/');
	});
});
