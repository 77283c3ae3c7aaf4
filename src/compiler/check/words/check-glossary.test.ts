import { describe, expect, test } from 'vitest';
import { edited, goodSources, parsed, written } from '#tests/support/publisher/content-fixture.ts';
import { checkGlossary } from './check-glossary.ts';
import { GLOSSARY } from './glossary.ts';
import { parseCorpus } from '../../read/parse-corpus.ts';
import { readSources } from '../../read/read-sources.ts';
import type { Sources } from '../../read/source-file.ts';

const HASH = '1'.repeat(64);

/** The good tree with two words of the glossary. */
function withTerms(lawyer = 'abogado o abogada'): Sources {
	const term = (slug: string, lang: 'en' | 'es', word: string): string =>
		(lang === 'en' ? `kind: term\nslug: ${slug}\nlang: en\n` : '') +
		`term: ${word}\nplain: ${word}.\n` +
		(lang === 'es'
			? `translation: {sourceHash: "${HASH}", method: draft, by: Ana, on: 2026-11-24}\n`
			: '');
	const files = [
		['terms/lawyer/en.yaml', term('lawyer', 'en', 'lawyer')],
		['terms/lawyer/es.yaml', term('lawyer', 'es', lawyer)],
		['terms/officer/en.yaml', term('officer', 'en', 'officer')],
		['terms/officer/es.yaml', term('officer', 'es', 'oficial')]
	] as const;
	return files.reduce((all, [path, text]) => written(all, path, text), goodSources());
}

/** The front door, with a sentence more in both languages, as if the translation were fresh. */
function doorWith(english: string, spanish: string, sources = withTerms()): Sources {
	const item = (text: string): string => `{#say}\n- "${text}" {practice}`;
	const inEnglish = edited(sources, 'guides/front-door/en.md', {
		from: '{#say}',
		to: item(english)
	});
	return edited(
		inEnglish,
		'guides/front-door/es.md',
		{ from: '{#say}', to: item(spanish) },
		{ from: '19d96e4b881dcc5b787f0ec15386390096629f7113ac3c47dde417f4056b8f46', to: '0'.repeat(64) }
	);
}

const said = (sources: Sources): string[] =>
	[...checkGlossary(parsed(sources))].map(({ file, line, problem }) => {
		return `${file}:${String(line)}: ${problem}`;
	});

test('the Spanish has the word of the glossary where the English has', () => {
	expect(said(doorWith('Call a lawyer.', 'Llame a un licenciado.'))).toEqual([
		'guides/front-door/es.md:12: the English has "lawyer" here, and the Spanish not its "abogado o abogada"'
	]);
	expect(said(doorWith('Call the lawyers.', 'Llame a las abogadas.'))).toEqual([]);
});

test('another line of the same list may have it', () => {
	const sources = edited(doorWith('Call a lawyer.', 'Llame.'), 'guides/front-door/es.md', {
		from: '"Espere, por favor."',
		to: '"Espere a mi abogada."'
	});
	expect(said(sources)).toEqual([]);
});

test('a person whom the Spanish leaves out may stand anywhere in the text', () => {
	expect(said(doorWith('Ask the officers.', 'Pregunte.'))).toHaveLength(1);
	const elsewhere = edited(doorWith('Ask the officers.', 'Pregunte.'), 'guides/front-door/es.md', {
		from: 'No dé sus llaves.',
		to: 'No dé sus llaves a los oficiales.'
	});
	expect(said(elsewhere)).toEqual([]);
});

test('a translation that is behind, and a word that is in no glossary, are left alone', () => {
	const fresh = doorWith('Call a lawyer.', 'Llame a un licenciado.');
	const behind = edited(fresh, 'guides/front-door/es.md', { from: '0'.repeat(64), to: HASH });
	expect(said(behind)).toEqual([]);
	expect(said(doorWith('Call a lawyer.', 'Llame.', goodSources()))).toEqual([]);
});

test('a word that the check does not know is reported at its term', () => {
	expect(said(withTerms('licenciado'))).toEqual([
		'terms/lawyer/es.yaml:1: "licenciado" is not the word that the check knows for this concept'
	]);
});

describe('the glossary', () => {
	const corpus = parseCorpus(readSources({ content: 'src/content' }).value).value;

	test('knows every term of our content, and no other', () => {
		expect(GLOSSARY.map(({ slug }) => slug).sort()).toEqual([...corpus.terms.keys()].sort());
	});
});
