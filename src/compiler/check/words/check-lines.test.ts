import { describe, expect, test } from 'vitest';
import { edited, parsed } from '#tests/support/publisher/content-fixture.ts';
import { LANGUAGE_TAGS, type LanguageTag } from '#lib/edition/language-tags.ts';
import type { LanguageFront } from '../../read/language-front.ts';
import { readSources } from '../../read/read-sources.ts';
import type { Sources } from '../../read/source-file.ts';
import { checkLines } from './check-lines.ts';
import { glossaryOf } from './glossary.ts';
import { differentNumbers, lostNames, lostNegation } from './line-differences.ts';

const content = readSources({ content: 'src/content' }).value.map((it) => ({
	...it,
	name: it.path
}));
const TRANSLATED = LANGUAGE_TAGS.filter((lang) => lang !== 'en');
const DOOR = 'guides/home-door';

/** One guide in two languages, with the words that the check knows. */
function doorIn(lang: LanguageTag): Sources {
	const names = [
		'publisher.json',
		'site.json',
		`languages/${lang}.yaml`,
		`${DOOR}/en.md`,
		`${DOOR}/${lang}.md`
	];
	const terms = new RegExp(`^terms/[\\w-]+/(?:en|${lang})\\.yaml$`);
	return content.filter(({ path }) => names.includes(path) || terms.test(path));
}

const said = (sources: Sources): string[] =>
	[...checkLines(parsed(sources))].map(({ file, problem }) => `${file}: ${problem}`);

const languageOf = (lang: LanguageTag): LanguageFront => {
	const file = parsed(doorIn(lang)).languages.get(lang);
	if (!file) throw new Error(`There is no languages/${lang}.yaml`);
	return file.fields;
};

/** The guide with these words taken out wherever they stand in its translation. */
function without(words: readonly RegExp[], lang: LanguageTag): Sources {
	const path = `${DOOR}/${lang}.md`;
	return doorIn(lang).map((file) => {
		if (file.path !== path) return file;
		const all = words.map((it) => new RegExp(it.source, `${it.flags}g`));
		const lines = file.text
			.split('\n')
			.map((line) =>
				line.startsWith('translation:')
					? line
					: all.reduce((text, it) => text.replaceAll(it, '…'), line)
			);
		return { ...file, text: lines.join('\n') };
	});
}

/** Ice as water, which a machine makes of the name of the agency. */
const FROZEN: Readonly<Partial<Record<LanguageTag, string>>> = {
	...{
		es: 'hielo',
		'zh-Hans': '冰',
		'zh-Hant': '冰',
		bn: 'বরফ',
		ht: 'glas',
		ar: 'جليد',
		ru: 'лёд'
	},
	...{ ko: '얼음', ur: 'برف', fr: 'glace', pl: 'lód', uk: 'лід', sq: 'akull', 'uz-Latn': 'muz' }
};

describe.each(TRANSLATED)('in %s', (lang) => {
	test('says nothing about the guide as it is', () => {
		expect(said(doorIn(lang))).toEqual([]);
	});

	test('a machine slip is reported', () => {
		const path = `${DOOR}/${lang}.md`;
		const word = FROZEN[lang] ?? '';
		const sources = edited(doorIn(lang), path, { from: '\n1. ', to: `\n1. ${word}. ` });
		expect(said(sources)).toEqual([`${path}: "${word}" is not what is meant here`]);
	});

	test.each(['lawyer', 'judges-warrant', 'officer'])('the word for %s may not be lost', (slug) => {
		const { terms } = languageOf(lang);
		expect(said(without(terms[slug] ?? [], lang)).join('\n')).toMatch(
			/: the English has "[^"]+" here, and the translation not its "/
		);
	});

	test('a "do not" may not lose its "not"', () => {
		const problems = said(without(languageOf(lang).negations, lang));
		expect(
			problems.filter((it) => it.includes('the English says "Do not"')).length
		).toBeGreaterThan(2);
	});

	test('a name and a number may not be lost', () => {
		expect(said(without([/ICE/u], lang)).join('\n')).toMatch(/the English has (ICE|ICE, ICE) here/);
		expect(said(without([/2025/u], lang)).join('\n')).toMatch(/the English has 2025 here/);
	});

	test('knows the word of each term of the glossary', () => {
		expect(Object.keys(languageOf(lang).terms).sort()).toEqual(
			glossaryOf(parsed(doorIn(lang)))
				.map(({ slug }) => slug)
				.sort()
		);
	});
});

describe('an exception', () => {
	const path = `${DOOR}/es.md`;
	const slip = edited(doorIn('es'), path, { from: '\n1. ', to: '\n1. Hielo, como dicen. ' });
	const withException = (sources: Sources, words: string): Sources =>
		edited(sources, 'languages/es.yaml', {
			from: 'exceptions:\n',
			to: `exceptions:\n  - {check: slip, text: guide/home-door, words: "${words}", why: a test}\n`
		});

	test('lets the line pass that has its words', () => {
		expect(said(withException(slip, 'Hielo, como'))).toEqual([]);
		expect(said(withException(slip, 'Hielo, pero'))).toHaveLength(2);
	});

	test('that no line needs is reported, with its line', () => {
		const [problem] = checkLines(parsed(withException(doorIn('es'), 'Hielo')));
		expect(problem).toMatchObject({
			file: 'languages/es.yaml',
			problem: 'no line of "guide/home-door" needs this exception any more',
			remedy: 'Delete it.'
		});
	});
});

test('a block that is behind is looked at for slips only, and the others for all', () => {
	const english = edited(doorIn('fr'), `${DOOR}/en.md`, { from: '## Why', to: '## Why now' });
	const why = /## .*\{#why\}[^]*?(?=\n## )/;
	const changedIn = (place: (text: string) => string): string[] =>
		said(
			english.map((file) =>
				file.path === `${DOOR}/fr.md` ? { ...file, text: place(file.text) } : file
			)
		);
	const withoutICE = (text: string): string => text.replaceAll('ICE', 'la police');
	expect(changedIn((text) => text.replace(why, withoutICE))).toEqual([]);
	expect(changedIn(withoutICE)).not.toEqual([]);
});

test('a translation of which nobody knows what is behind is looked at for slips only', () => {
	const english = edited(doorIn('fr'), `${DOOR}/en.md`, { from: '## Why', to: '## Why now' });
	const behind = english.map((file) =>
		file.path === `${DOOR}/fr.md`
			? {
					...file,
					text: file.text.replaceAll('ICE', 'la glace').replace(/, sourceParts: "[^"]*"/, '')
				}
			: file
	);
	expect(said(behind).every((it) => it.includes('"glace" is not what is meant'))).toBe(true);
	expect(said(behind).length).toBeGreaterThan(1);
});

test.each([
	['Call 311 or 800-354-0365.', 'Llame al 311 o al 800-354-0365.', [], []],
	['Call 311 or 800-354-0365.', 'Llame al 311 o al 800-354-0366.', ['0365'], ['0366']],
	['In 2019 it got 2,916 requests.', '2019 yilda 2916 ta.', [], []],
	['It is open from 9 am to 6 pm.', 'De 9 h à 18 h.', [], []],
	['On June 23, 2026 it ended.', '2026年6月23日', [], []],
	['Two of three people.', '3 人中的 2 人', [], []],
	['The law of 2014.', 'Prawo z 2024 roku.', ['2014'], ['2024']]
])('numbers of "%s" in "%s"', (english, own, lost, added) => {
	expect(differentNumbers(english, own)).toEqual({ lost, added });
});

test('names stay, and words that every language has of its own are no names', () => {
	expect(lostNames('NYPD and ICE in the US', 'NYPD и лёд в США')).toEqual(['ICE']);
});

test.each([
	['Do not sign. Ask first.', 'Не подписывайте. Спросите.', undefined],
	['Do not sign. Ask first.', 'Подпишите. Спросите.', 'Do not'],
	['Ask first. Do not sign.', 'Не подписывайте. Спросите.', undefined],
	['Do not run. Do not hide.', 'Не бегите. Прячьтесь.', 'Do not'],
	['Do not run. Do not hide.', 'Не бегите и не прячьтесь.', undefined],
	['You may stay silent.', 'Можно молчать.', undefined]
])('negations of "%s" in "%s"', (english, own, lost) => {
	expect(lostNegation(english, own, [/(?<!\p{L})не(?!\p{L})/iu])).toBe(lost);
});
