import { describe, expect, test } from 'vitest';
import {
	edited,
	goodSources,
	parsed,
	type Edit
} from '#tests/support/publisher/content-fixture.ts';
import { reportEvidence } from './evidence-report.ts';

const report = (path?: string, ...edits: readonly Edit[]) =>
	reportEvidence(
		parsed(path === undefined ? goodSources() : edited(goodSources(), path, ...edits))
	);
const evidenceOf = (id: string, it = report()) => it.articles.find((article) => article.id === id);

describe('facts', () => {
	test('that no text uses are named with what they say', () => {
		const { unusedFacts } = report('guides/front-door/en.md', { from: '{1.06}', to: '{1.04}' });
		expect(unusedFacts).toEqual([
			{ id: '1.06', confidence: 'unverified', statement: 'Invented statement 1.06.' }
		]);
	});

	test('that are weak are named with every place where they stand', () => {
		expect(report().weakFacts).toEqual([
			{
				id: '1.04',
				confidence: 'low',
				places: [
					{ file: 'directives/door-story/en.md', line: 29 },
					{ file: 'guides/front-door/en.md', line: 45 }
				]
			},
			{
				id: '1.06',
				confidence: 'unverified',
				places: [{ file: 'guides/front-door/en.md', line: 46 }]
			}
		]);
		expect(evidenceOf('guide/front-door')?.weak).toEqual(['1.04', '1.06']);
	});
});

describe('the newest evidence', () => {
	test('is that of the newest source, and a year is not newer than its first day', () => {
		// front-door rests on a law of 2026-10-01 and on news of "2026"
		expect(evidenceOf('guide/front-door')?.newest).toBe('2026-10-01');
		const older = report('sources/city-law.yaml', { from: '2026-10-01', to: '"2025-12"' });
		expect(evidenceOf('guide/front-door', older)?.newest).toBe('2026');
	});

	test('stands first where it is oldest, and before that where no source has a date', () => {
		const { articles } = report('sources/city-law.yaml', { from: '2026-10-01', to: 'null' });
		const dates = articles.map(({ newest }) => newest);
		expect(dates[0]).toBeNull();
		expect(dates.at(-1)).toBe('2026');
	});
});

test('lines of plain care are counted, and named with their words', () => {
	expect(evidenceOf('guide/bus-stop')?.practice).toBe(1);
	expect(report().practice[0]).toEqual({
		file: 'guides/bus-stop/en.md',
		line: 24,
		text: 'Get on.'
	});
});

test('a copy is named only where the original has an address', () => {
	expect(report().copies.map(({ slug }) => slug)).toEqual(['city-law']);
	expect(evidenceOf('guide/bus-stop')?.copies).toEqual(['city-law']);
	const alone = { from: 'originalUrl: "https://example.org/law.pdf"\n', to: '' };
	const { copies, articles } = report('sources/city-law.yaml', alone);
	expect(copies).toEqual([]);
	expect(articles.flatMap((article) => article.copies)).toEqual([]);
});
