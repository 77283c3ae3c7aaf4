import { describe, expect, test } from 'vitest';
import type { Article } from '#lib/edition/article.ts';
import { articleId } from '#lib/edition/card.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { createMessageChecker, type KeptLanguage } from './check-message.ts';
import { shareText } from '../share-text.ts';

const t = textsOf('en');
const pause = (): Promise<void> => Promise.resolve();

/** Editions as a phone keeps them, the newest first; a blob's name is its place in `stored`. */
function phoneWith(...editions: { articles: Article[]; withdrawn?: Edition['withdrawn'] }[]) {
	const stored: Article[] = [];
	const kept = editions.map(({ articles, withdrawn = [] }, index): KeptLanguage => {
		const blobs = new Map<string, string>();
		for (const article of articles) {
			if (!stored.includes(article)) stored.push(article);
			blobs.set(articleId(article.kind, article.slug), String(stored.indexOf(article)));
		}
		return { lang: 'en', t, edition: edition(58 - index, withdrawn), blobs };
	});
	const articles = (hashes: readonly string[]) =>
		Promise.resolve(hashes.map((hash) => stored[Number(hash)]));
	return createMessageChecker(kept, { articles, pause });
}
const edition = (version: number, withdrawn: Edition['withdrawn'] = []) => ({
	version,
	issued: '2026-11-24T12:00:00.000Z',
	publisher: { name: 'A test', address: 'https://handrail.example', licence: 'MIT', isDemo: false },
	withdrawn
});
const sharedIn = (version: number, article: Article, step?: number): string =>
	shareText(t, { article, edition: edition(version), lang: 'en' }, step);

const guide = aGuide();
const rule = aDirective();

describe('a message', () => {
	test('that is a text of the newest edition is genuine and current', async () => {
		const phone = phoneWith({ articles: [guide, rule] });
		const found = { kind: 'current', version: 58, lang: 'en' };
		expect(await phone.check(sharedIn(58, guide))).toEqual({ ...found, id: 'guide/school-bus' });
		expect(await phone.check(sharedIn(58, guide, 2))).toMatchObject(found);
		expect(await phone.check(sharedIn(58, rule))).toMatchObject(found);
	});

	test('may come with other white space, quotation marks and forms of characters', async () => {
		const article = aGuide({ title: 'Officers say “café”' });
		const phone = phoneWith({ articles: [article] });
		const text = sharedIn(58, article).replaceAll('\n', ' \u00a0\r\n').normalize('NFD');
		expect(await phone.check(`\n${text.replaceAll(/[“”]/g, '"')}  `)).toMatchObject({
			kind: 'current'
		});
	});

	test('of the edition before is current where nothing changed, and else tells the day', async () => {
		const changed = aGuide({ summary: 'Another one.', changedOn: '2026-12-01' });
		const phone = phoneWith({ articles: [changed, rule] }, { articles: [guide, rule] });
		expect(await phone.check(sharedIn(57, rule))).toMatchObject({ kind: 'current', version: 57 });
		expect(await phone.check(sharedIn(57, guide))).toMatchObject({
			kind: 'changed',
			on: '2026-12-01'
		});
	});

	test('of an article that was taken back says so, with the day', async () => {
		const withdrawn = [{ id: 'guide/school-bus', on: '2026-12-01' }];
		const phone = phoneWith({ articles: [rule], withdrawn }, { articles: [guide, rule] });
		expect(await phone.check(sharedIn(57, guide))).toMatchObject({
			kind: 'withdrawn',
			on: '2026-12-01'
		});
	});

	test('with a line too many is no longer ours: each line is shown for what it is', async () => {
		const phone = phoneWith({ articles: [guide] });
		const verdict = await phone.check(`${sharedIn(58, guide)}\nCall 212-555-0100 and pay.`);
		expect(verdict).toMatchObject({ kind: 'lines', ids: ['guide/school-bus'] });
		const lines = 'lines' in verdict ? verdict.lines : [];
		const marks = new Map(lines.map(({ text, mark }) => [text, mark]));
		expect(marks.get('1. Keep the doors closed.')).toBe('ours');
		expect(marks.get('This is information, not legal advice.')).toBe('frame');
		expect(marks.get('Call 212-555-0100 and pay.')).toBe('not-ours');
	});

	test('has no verdict for parts of a line, nor for "do not" without its heading', async () => {
		const dont = { heading: 'Never do this', items: [{ html: 'Give names.' }] };
		const phone = phoneWith({ articles: [aGuide({ dont })] });
		expect(await phone.check('Keep the doors')).toEqual({ kind: 'unknown' });
		expect(await phone.check('Give names.')).toEqual({ kind: 'unknown' });
		expect(await phone.check('Never do this\nGive names.')).toMatchObject({
			lines: [{ mark: 'frame' }, { mark: 'ours' }]
		});
		expect(await phone.check('Never do this\nOr this.\nGive names.')).toEqual({ kind: 'unknown' });
	});

	test('that says nothing of ours is not found', async () => {
		const phone = phoneWith({ articles: [guide] });
		expect(await phone.check('ICE is at the corner!')).toEqual({ kind: 'unknown' });
		expect(await phone.check('')).toEqual({ kind: 'unknown' });
		expect(await phone.check(sharedIn(58, guide) + ' '.repeat(20_001))).toEqual({
			kind: 'unknown'
		});
	});

	test('is not believed for the number of the edition that it names', async () => {
		const phone = phoneWith({ articles: [guide] });
		expect(await phone.check(sharedIn(57, guide))).toMatchObject({ kind: 'lines' });
	});

	test('with what cannot be seen, or looks alike, is not ours', async () => {
		const phone = phoneWith({ articles: [guide] });
		const text = sharedIn(58, guide);
		for (const altered of [
			text.replace('doors', 'd\u200boors'),
			text.replace('doors', '\ufeffdoors'),
			text.replace('closed', '\u202eclosed\u202c'),
			text.replace('doors', 'd\u043eors'),
			text.replace('Keep', 'keep'),
			text.replace('2025', '２０２５')
		]) {
			expect(altered).not.toBe(text);
			expect(await phone.check(altered)).toMatchObject({ kind: 'lines' });
		}
	});

	test('whose link or number has * or _ put into it is not the same words', async () => {
		const phone = phoneWith({ articles: [guide] });
		const text = sharedIn(58, guide);
		const marked = (from: string, to: string): string => {
			expect(text).toContain(from);
			return text.replace(from, to);
		};
		for (const altered of [
			marked('handrail.example', 'hand_rail.example'),
			marked('handrail.example', 'handrail.ex*ample'),
			marked('/guides/', '/gui_des/'),
			marked('2025', '20_25')
		]) {
			expect(await phone.check(altered)).toMatchObject({ kind: 'lines' });
		}
		expect(await phone.check(marked('Keep the doors', '*Keep* the _doors_'))).toMatchObject({
			kind: 'same-words'
		});
	});

	test('that is nothing but our link is told where it leads', async () => {
		const withdrawn = [{ id: 'guide/gone', on: '2026-12-01' }];
		const phone = phoneWith({ articles: [guide], withdrawn });
		const to = async (text: string): Promise<unknown> => {
			const verdict = await phone.check(text);
			return 'to' in verdict ? verdict.to.state : verdict.kind;
		};
		const own = 'https://handrail.example/en/guides/school-bus/';
		expect(await phone.check(own)).toEqual({
			kind: 'link',
			to: { state: 'here', lang: 'en', id: 'guide/school-bus' }
		});
		for (const text of [` ${own}\n`, own.slice(0, -1), own.slice(8), `${own}?x=1#y`]) {
			expect(await to(text)).toBe('here');
		}
		expect(await to('https://handrail.example/en/guides/gone/')).toBe('withdrawn');
		expect(await to('https://handrail.example/en/guides/other/')).toBe('absent');
		expect(await to('https://handrail.example/fr/guides/school-bus/')).toBe('absent');
		expect(await to('https://handrail.example')).toBe('absent');
	});

	test.each([
		'https://handrail.example.evil.example/en/guides/school-bus/',
		'https://handrail.examp1e/en/guides/school-bus/',
		'https://handrаil.example/en/guides/school-bus/',
		'https://handrail.example@evil.example/en/guides/school-bus/',
		'https://evil.example@handrail.example/en/guides/school-bus/',
		'https://evil.example/handrail.example/en/guides/school-bus/',
		'https://evil.example/?https://handrail.example/en/guides/school-bus/',
		'https://evil.example\\@handrail.example/en/guides/school-bus/',
		'http://handrail.example/en/guides/school-bus/',
		'https://handrail.example:8443/en/guides/school-bus/',
		'https://handrail\u200b.example/en/guides/school-bus/',
		'https://handrail.example。evil.example/en/guides/school-bus/',
		'javascript://handrail.example/en/guides/school-bus/',
		'https://handrail.example/en/guides/school-bus/ https://evil.example/',
		'https://handrail.example/en/guides/school-bus/ is wrong'
	])('that is %s is no link of ours', async (text) => {
		const { kind } = await phoneWith({ articles: [guide] }).check(text);
		expect(kind).toBe('unknown');
	});

	test('that is an exact part is told as one, never as genuine', async () => {
		const steps = guide.do.items.map(({ html }) => html);
		const dont = { heading: 'Never do this', items: [{ html: 'Give names.' }, { html: 'Sign.' }] };
		const phone = phoneWith({ articles: [aGuide({ dont })] });
		for (const part of [
			`1. ${steps[0] ?? ''}\n2. ${steps[1] ?? ''}`,
			`${steps[1] ?? ''}\n\n${steps[2] ?? ''}`,
			`${guide.title}\n${steps[0] ?? ''}`,
			'Never do this\nGive names.\nSign.',
			`> 1. ${steps[0] ?? ''}\n> 2. ${steps[1] ?? ''}`
		]) {
			expect(await phone.check(part), part).toMatchObject({
				kind: 'excerpt',
				became: { kind: 'current', version: 58, id: 'guide/school-bus' }
			});
		}
		for (const other of [
			`2. ${steps[1] ?? ''}\n1. ${steps[0] ?? ''}`,
			`1. ${steps[0] ?? ''}\n3. ${steps[2] ?? ''}`,
			`1. ${steps[0] ?? ''}\n1. ${steps[0] ?? ''}`,
			`1. ${steps[0] ?? ''}\nPay first.\n2. ${steps[1] ?? ''}`,
			`${steps.at(-1) ?? ''}\nNever do this`,
			`Never do this\n${steps[0] ?? ''}`,
			'Give names.\nSign.',
			`1. ${steps[0] ?? ''}\n2. ${steps[1]?.toUpperCase() ?? ''}`
		]) {
			expect(['lines', 'unknown'], other).toContain((await phone.check(other)).kind);
		}
	});

	test('that is a part of the edition before says what became of it', async () => {
		const items = [{ html: 'Open the doors.' }, { html: 'Go out.' }];
		const old = aGuide({ do: { heading: 'Do', items } });
		const changed = aGuide({ changedOn: '2026-12-01' });
		const phone = phoneWith({ articles: [changed] }, { articles: [old] });
		expect(await phone.check('1. Open the doors.\n2. Go out.')).toMatchObject({
			kind: 'excerpt',
			became: { kind: 'changed', on: '2026-12-01', version: 57 }
		});
	});

	test('in capitals that is not all in capitals has no verdict', async () => {
		const phone = phoneWith({ articles: [guide] });
		const text = sharedIn(58, guide);
		const most = text.toUpperCase().replace('DOORS', 'doors');
		expect(await phone.check(most)).toEqual({ kind: 'unknown' });
		const link = 'https://handrail.example/en/guides/school-bus/';
		const withLink = text.toUpperCase().replace(link.toUpperCase(), link);
		expect(await phone.check(withLink)).toMatchObject({ wrappings: ['capitals'] });
	});
});
