import { describe, expect, test } from 'vitest';
import { edited, goodSources, parsed } from '#tests/support/publisher/content-fixture.ts';
import { checkReading } from '../check/words/check-reading.ts';
import { reportReading } from './reading-report.ts';

const report = (sources = goodSources()) => reportReading(parsed(sources));
const hardGuide = () =>
	edited(goodSources(), 'guides/bus-stop/en.md', {
		from: 'A city rule names the stops.',
		to: 'It is so. Municipal transportation regulations identify authorized locations.'
	});

test('lists the languages that have a text, in the order of the publisher', () => {
	expect(report().map(({ lang, scale }) => [lang, scale])).toEqual([
		['en', 'grade'],
		['es', 'Szigriszt']
	]);
});

test('gives words, scores and the longest sentence of each text', () => {
	const [english] = report();
	const guide = english?.texts.find(({ file }) => file === 'guides/bus-stop/en.md');
	expect(guide).toEqual({
		file: 'guides/bus-stop/en.md',
		words: 16,
		steps: -2.5,
		background: 0.5,
		longest: { length: 6, line: 30 }
	});
});

test('has no score for steps where a text has none', () => {
	const [english] = report();
	const rule = english?.texts.find(({ file }) => file === 'directives/door-rule/en.md');
	expect(rule).toMatchObject({ steps: null, background: expect.any(Number) as number });
});

describe('the hardest', () => {
	test('text comes first, and has the score that the check complains of', () => {
		const [english] = report(hardGuide());
		const first = english?.texts[0];
		expect(first?.file).toBe('guides/bus-stop/en.md');
		const [problem] = checkReading(parsed(hardGuide()));
		expect(problem?.problem).toContain(`at grade ${String(first?.background)};`);
	});

	test('sentence comes first, with its line, and a short one is none', () => {
		const [english] = report(hardGuide());
		expect(english?.hardest[0]).toMatchObject({
			file: 'guides/bus-stop/en.md',
			line: 30,
			text: 'Municipal transportation regulations identify authorized locations.'
		});
		expect(english?.hardest.map(({ text }) => text)).not.toContain('It is so.');
	});

	test('Spanish sentence is the one with the lowest number', () => {
		const scores = report()[1]?.hardest.map(({ score }) => score ?? NaN) ?? [];
		expect(scores.length).toBeGreaterThan(1);
		expect(scores).toEqual([...scores].sort((a, b) => a - b));
	});
});

test('measures a language without a formula by the length of its sentences', () => {
	const text = goodSources().find(({ path }) => path === 'guides/front-door/es.md')?.text ?? '';
	const path = 'guides/front-door/ar.md';
	const sources = [...goodSources(), { path, name: path, text }];
	const arabic = report(sources).find(({ lang }) => lang === 'ar');
	expect(arabic).toMatchObject({ scale: null, texts: [{ steps: null, background: null }] });
	expect(arabic?.texts[0]?.longest?.length).toBeGreaterThan(0);
	expect(arabic?.hardest[0]?.score).toBeNull();
});
