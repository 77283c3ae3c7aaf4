import { expect, test } from 'vitest';
import { aContact, aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { plainText } from './text/plain-text.ts';
import { toSearchDocument as toDocument } from './search-document.ts';

const toSearchDocument = (id: string, json: unknown) => toDocument(id, json, plainText);

test('has every sentence of a guide: steps, words to say, whom to call, and the rest', () => {
	const guide = aGuide({
		do: {
			heading: 'Do',
			items: [{ html: 'Ask <em>first</em>. Then wait.', english: 'Ask &amp; wait.' }]
		},
		call: { heading: 'Call', items: [{ contact: aContact() }] },
		why: { heading: 'Why', html: '<p>One. “Two?” Three</p><ul><li>Four</li></ul>' }
	});
	const { steps, rest } = toSearchDocument('guide/school-bus', guide);
	expect(steps).toEqual(
		expect.arrayContaining(['Ask first.', 'Then wait.', 'Ask & wait.', '800-354-0365'])
	);
	expect(steps).toContain('Do not give names, stops or route sheets.');
	expect(rest).toEqual(expect.arrayContaining(['One.', '“Two?”', 'Three', 'Four']));
	expect(rest).toContain('Other bus companies may have other rules.');
});

test('has what a directive is called and whom it is for', () => {
	const directive = aDirective({ statusNote: 'Under review.' });
	const { steps, rest } = toSearchDocument('directive/school-bus-training', directive);
	expect(steps).toContain('Keep the doors closed and call dispatch.');
	expect(rest).toEqual(
		expect.arrayContaining([
			'Immigration resources for crews',
			'Other bus companies',
			'Under review.'
		])
	);
});

test('ends a sentence as each script does', () => {
	const html = '<p>হ্যাঁ। না। 是。“不！”好 نعم؟ لا۔ ہاں</p>';
	const { rest } = toSearchDocument('guide/a', aGuide({ why: { heading: '', html } }));
	expect(rest).toEqual(
		expect.arrayContaining(['হ্যাঁ।', 'না।', '是。', '“不！”', '好 نعم؟', 'لا۔', 'ہاں'])
	);
});

test('throws on what no list could show', () => {
	expect(() => toSearchDocument('guide/a', { title: 'A' })).toThrow('Damaged text');
	expect(() => toSearchDocument('guide/a', null)).toThrow('Damaged text');
});

test('knows which sentences are English beside another language', () => {
	const directive = aDirective({
		lang: 'es',
		short: { heading: 'En pocas palabras', html: '<p>Una regla.</p>' },
		says: { heading: 'What it says', html: '<p>One. Two.</p>', lang: 'en' },
		statusNote: 'Under review.',
		inEnglish: ['statusNote']
	});
	const { english } = toSearchDocument('directive/a', directive);
	expect([...english].sort()).toEqual(['One.', 'Two.', 'Under review.', 'What it says']);

	const items = [{ html: 'Pregunte.', english: 'Ask.' }];
	const guide = aGuide({ lang: 'es', do: { heading: 'Haga', items } });
	const steps = toSearchDocument('guide/a', guide).english;
	expect([steps.has('Ask.'), steps.has('Pregunte.')]).toEqual([true, false]);
});
