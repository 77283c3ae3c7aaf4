import { expect, test } from 'vitest';
import { mergedText, mergeTexts } from './merge-texts.ts';

const BASE = 'title: Bus\n\n1. Wait.\n2. Look.\n3. Go.\n';

test('what one of two has changed is taken, also in neighbouring lines', () => {
	const yours = BASE.replace('Wait.', 'Wait here.');
	const theirs = BASE.replace('Look.', 'Look up.').replace('title: Bus', 'title: A bus');
	const merged = 'title: A bus\n\n1. Wait here.\n2. Look up.\n3. Go.\n';
	expect(mergeTexts(BASE, yours, theirs)).toEqual([{ text: merged }]);
});

test('where both have changed a line, each choice makes a text with all the rest', () => {
	const yours = BASE.replace('Look.', 'Look left.').replace('Go.', 'Go in.');
	const theirs = BASE.replace('Look.', 'Look right.');
	const pieces = mergeTexts(BASE, yours, theirs);
	expect(pieces).toEqual([
		{ text: 'title: Bus\n\n1. Wait.\n' },
		{ yours: '2. Look left.\n', theirs: '2. Look right.\n', isAdded: false },
		{ text: '3. Go in.\n' }
	]);
	expect(mergedText(pieces, ['yours'])).toBe(yours);
	expect(mergedText(pieces, ['theirs'])).toContain('2. Look right.\n3. Go in.');
});

test('of what both have added at one place, both can stay', () => {
	const pieces = mergeTexts(BASE, `${BASE}4. Sit.\n`, `${BASE}4. Stand.\n`);
	expect(pieces.at(-1)).toEqual({ yours: '4. Sit.\n', theirs: '4. Stand.\n', isAdded: true });
	expect(mergedText(pieces, ['both'])).toBe(`${BASE}4. Stand.\n4. Sit.\n`);
});

test('of two texts that were written anew, whatever differs is chosen', () => {
	const pieces = mergeTexts(null, BASE.replace('Go.', 'Run.'), `${BASE}4. Sit.\n`);
	expect(pieces).toEqual([
		{ text: 'title: Bus\n\n1. Wait.\n2. Look.\n' },
		{ yours: '3. Run.\n', theirs: '3. Go.\n4. Sit.\n', isAdded: false }
	]);
});

test('of any three texts, all of mine is mine and nothing that one took out comes back', () => {
	// a small generator, the same in each run
	let seed = 7;
	const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
	const aText = (): string =>
		Array.from({ length: next(7) }, () => `${String(next(4))}\n`).join('');
	for (let round = 0; round < 2000; round += 1) {
		const [base, yours, theirs] = [aText(), aText(), aText()];
		const place = JSON.stringify([base, yours, theirs]);
		const all = (choice: 'yours' | 'theirs', pieces = mergeTexts(null, yours, theirs)) =>
			mergedText(
				pieces,
				pieces.flatMap((it) => ('text' in it ? [] : [choice]))
			);
		expect(all('yours'), place).toBe(yours);
		expect(all('theirs'), place).toBe(theirs);
		expect(mergeTexts(base, base, theirs), place).toEqual(theirs === '' ? [] : [{ text: theirs }]);
		expect(mergeTexts(base, yours, base), place).toEqual(yours === '' ? [] : [{ text: yours }]);
	}
});

test('choices that are not as many as there are to make give no text', () => {
	const pieces = mergeTexts(BASE, BASE.replace('Go', 'A'), BASE.replace('Go', 'B'));
	expect(mergedText(pieces, [])).toBeUndefined();
	expect(mergedText(pieces, ['yours', 'yours'])).toBeUndefined();
});
