import { describe, expect, test } from 'vitest';
import type { Article } from '#lib/edition/article.ts';
import { toCard } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { checkedHtml } from '#lib/reader/text/safe-html.ts';
import { toBytes } from '#lib/trust/signed/bytes.ts';
import { anEdition } from '#tests/support/publisher/an-edition.ts';
import { ALTERATIONS } from '#tests/support/publisher/file-alterations.ts';
import { aContact, aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { inFileOrder, makeFile } from './make-file.ts';
import { parseCarriedEdition } from './carried-edition.ts';
import { judgeShown, type ShownPage } from './shown-page.ts';

const edition = anEdition({ version: 57, issued: '2026-11-24T12:00:00.000Z' });
const guide = aGuide({ call: { heading: 'Call', items: [{ contact: aContact() }] } });
const rule = aDirective();
const APP = 'app-1';

interface Wishes {
	readonly lang?: LanguageTag;
	readonly article?: string;
	readonly app?: string | undefined;
}
/** The file that another phone would save of these articles. */
function fileOf(
	articles: readonly Article[],
	{ lang = 'en', article, ...rest }: Wishes = {}
): string {
	const lines = articles.map((it) => JSON.stringify(it));
	const app = 'app' in rest ? rest.app : APP;
	const carried = { lang, article, app, proof: new Map([['head.json', '{}\n{}']]), lines };
	const order = inFileOrder(articles.map((it) => toCard(it, '')));
	return makeFile(textsOf(lang), { carried, edition, order, checked: checkedHtml }).html;
}

/** The verdict of a phone that has verified `articles` in the file. */
function judged(
	page: string,
	articles: readonly Article[] | undefined,
	lang?: LanguageTag
): ShownPage {
	const bytes = toBytes(page);
	const parsed = parseCarriedEdition(bytes);
	if (!parsed.ok) throw new Error('It is no file of ours');
	const lines = articles?.map((it) => JSON.stringify(it));
	return judgeShown(textsOf(lang ?? parsed.value.lang), {
		page: bytes,
		carried: parsed.value,
		signed: lines && { edition, lines },
		app: APP,
		checked: checkedHtml
	});
}

const one = fileOf([guide], { article: 'guide/school-bus' });
const all = fileOf([rule, guide]);

describe('a file shows what was signed', () => {
	test('as it was saved, one article or all, whatever the order of what it carries', () => {
		expect(judged(one, [guide])).toBe('signed');
		expect(judged(all, [guide, rule])).toBe('signed');
		expect(judged(all, [rule, guide])).toBe('signed');
		const spanish = fileOf([aGuide({ lang: 'es' })], { lang: 'es' });
		expect(judged(spanish, [aGuide({ lang: 'es' })])).toBe('signed');
	});

	test.each([
		['line ends of Windows', all.replaceAll('\n', '\r\n')],
		['a byte order mark', `\uFEFF${all}`],
		['a date with another kind of space', all.replaceAll('24, 2026', '24,\u00a02026')]
	])('still, with %s', (_, page) => {
		expect(page).not.toBe(all);
		expect(judged(page, [guide, rule])).toBe('signed');
	});

	test('also where another version of the app writes the same page, or does not say which', () => {
		expect(judged(fileOf([guide], { app: 'app-0' }), [guide])).toBe('signed');
		expect(judged(fileOf([guide], { app: undefined }), [guide])).toBe('signed');
	});
});

describe('a file that was altered is never said to show what was signed', () => {
	test('there are many ways', () => {
		expect(Object.keys(ALTERATIONS).length).toBeGreaterThanOrEqual(60);
	});

	test.each(Object.entries(ALTERATIONS))('%s', (_, alter) => {
		for (const [page, articles] of [
			[one, [guide]],
			[all, [guide, rule]]
		] as const) {
			const altered = alter(page);
			expect(altered).not.toBe(page);
			expect(['other-words', 'changed']).toContain(judged(altered, articles));
		}
	});

	test('saved again by a browser, which writes the page in its own way', () => {
		const article = aGuide({ title: 'Officers say "I\'m here" & <more>\u00a0> less' });
		const page = fileOf([article], { article: 'guide/school-bus' });
		const opened = new DOMParser().parseFromString(page, 'text/html');
		const again = `<!DOCTYPE html>\n<!-- saved from url=(0014)about:internet -->\n${opened.documentElement.outerHTML}`;
		expect(judged(again, [article])).toBe('changed');
		expect(parseCarriedEdition(toBytes(again))).toEqual(parseCarriedEdition(toBytes(page)));
	});

	test('other words are told from another look', () => {
		expect(judged(ALTERATIONS['a step reversed']?.(one) ?? '', [guide])).toBe('other-words');
		expect(judged(ALTERATIONS['a hidden step']?.(one) ?? '', [guide])).toBe('changed');
	});

	test('the proof of another article, or edition, under the page of this one', () => {
		expect(judged(one, [rule])).toBe('other-words');
		expect(judged(one, [aGuide({ title: 'Another' })])).toBe('other-words');
		expect(judged(all, [guide])).toBe('other-words');
		expect(judged(one, undefined)).toBe('other-words');
	});

	test('what this app cannot write again is not called altered, and not genuine', () => {
		const altered = ALTERATIONS['a step reversed'] ?? String;
		expect(judged(altered(fileOf([guide], { app: 'app-0' })), [guide])).toBe('not-comparable');
		expect(judged(altered(fileOf([guide], { app: undefined })), [guide])).toBe('not-comparable');
		// this phone has the interface in English only
		const spanish = fileOf([aGuide({ lang: 'es' })], { lang: 'es' });
		expect(judged(spanish, [aGuide({ lang: 'es' })], 'en')).toBe('not-comparable');
	});
});
