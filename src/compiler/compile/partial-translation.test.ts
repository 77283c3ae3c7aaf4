import { describe, expect, test } from 'vitest';
import type { Directive } from '#lib/edition/article.ts';
import { edited, goodSources, parsed, written } from '#tests/support/publisher/content-fixture.ts';
import { compileDirective } from './compile-article.ts';
import { checkCorpus } from '../check/check-corpus.ts';
import { fillHashes, unfilledTranslations } from '../text/fill-hashes.ts';
import type { Sources } from '../read/source-file.ts';

const RULE = 'directives/door-rule';
const SHORT = `---
title: ¿Quién puede entrar?
summary: La regla de las puertas, en palabras sencillas.
appliesTo: Todos
translation: {sourceHash: "${'0'.repeat(64)}", method: draft, by: Ana, on: 2026-11-24}
---
## En pocas palabras {#short}
Una regla de la ciudad dice quién puede entrar. {1.01}
`;

/** The good tree with a rule whose translation ends after its first block. */
function aPartialRule(): Sources {
	const unfilled = written(goodSources(), `${RULE}/es.md`, SHORT);
	const [open] = unfilledTranslations(parsed(unfilled));
	if (!open) throw new Error('Nothing is open');
	return written(unfilled, `${RULE}/es.md`, fillHashes(SHORT, open.hashes));
}

function ruleOf(sources: Sources): Directive {
	const corpus = parsed(sources);
	const texts = corpus.directives.get('door-rule');
	const [text, english] = [texts?.get('es'), texts?.get('en')];
	const rule = text && english && compileDirective({ text, english }, corpus);
	if (rule?.kind !== 'directive') throw new Error('The rule is not there');
	return rule;
}

describe('a directive whose translation ends after its first block', () => {
	test('passes the check', () => {
		expect(checkCorpus(parsed(aPartialRule()))).toEqual([]);
	});

	test('has the English for the rest, which says so', () => {
		const { short, says, limits, changed } = ruleOf(aPartialRule());
		expect(short.heading).toBe('En pocas palabras');
		expect(short).not.toHaveProperty('lang');
		expect(says).toMatchObject({ heading: 'What it says', lang: 'en' });
		expect([limits?.lang, changed?.lang]).toEqual(['en', 'en']);
	});

	test('names the fields whose words are English', () => {
		const { appliesTo, issuer, inEnglish } = ruleOf(aPartialRule());
		expect([appliesTo, issuer]).toEqual(['Todos', 'Example City']);
		expect(inEnglish).toEqual(['officialName', 'issuer', 'doesNotApplyTo']);
		expect(ruleOf(goodSources())).not.toHaveProperty('inEnglish');
	});

	test('rests on the sources of its English blocks, too', () => {
		const onNews = aPartialRule().map((file) => {
			if (!file.path.startsWith(RULE)) return file;
			return { ...file, text: file.text.replace('outside. {1.02}', 'outside. {1.03}') };
		});
		expect(ruleOf(onNews).sources.map(({ slug }) => slug)).toEqual(['city-law', 'news-report']);
	});

	test('is behind if the words change that it is a translation of, and not for the rest', () => {
		const stateAfter = (from: string, to: string) =>
			ruleOf(edited(aPartialRule(), `${RULE}/en.md`, { from, to })).translation?.state;
		expect(stateAfter('may wait outside.', 'can wait outside.')).toBe('draft');
		expect(stateAfter('A city rule says', 'A rule of the city says')).toBe('behind');
		expect(stateAfter('in plain words.', 'in few words.')).toBe('behind');
	});

	test('is behind no more than before if the English has a new block', () => {
		const from = 'the rule began. {1.01}\n';
		const to = `${from}\n## Not confirmed {#unconfirmed}\n- One page says more. {1.05}\n`;
		const whole = edited(goodSources(), `${RULE}/en.md`, { from, to });
		expect(ruleOf(whole)).toMatchObject({
			translation: { state: 'checked' },
			unconfirmed: { heading: 'Not confirmed', lang: 'en' }
		});
	});
});
