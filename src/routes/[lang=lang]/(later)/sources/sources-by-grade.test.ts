import { expect, test } from 'vitest';
import { aDirective, aGuide, aSource } from '#tests/support/publisher/fixture-articles.ts';
import { sourcesByGrade } from './sources-by-grade.ts';

test('a source that several articles use is listed once, the strongest kind first', () => {
	const city = aSource({ slug: 'city', publisher: 'City', grade: 'official' });
	const paper = aSource({ slug: 'paper', publisher: 'A paper', grade: 'press' });
	const state = aSource({ slug: 'state', publisher: 'Albany', grade: 'official' });
	const groups = sourcesByGrade([
		aGuide({ sources: [paper, city] }),
		aDirective({ sources: [city, state] })
	]);
	expect(groups).toEqual([
		{ grade: 'official', sources: [state, city] },
		{ grade: 'press', sources: [paper] }
	]);
});
