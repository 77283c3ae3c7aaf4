import { expect, test } from 'vitest';
import { DRAWINGS } from '#lib/edition/words.ts';
import type { FieldShape, TextKind } from '../../core/contract/document.ts';
import { fieldShapes } from '../../core/document/field-shapes.ts';
import { choiceWord } from './choice-word.ts';
import { createSay } from './say.ts';

const KINDS: readonly TextKind[] = [
	...(['guide', 'directive', 'contact', 'term', 'change', 'source'] as const)
];
const choices = KINDS.flatMap((kind) => [...fieldShapes(kind, 'en')])
	.filter(([name]) => name !== 'lang')
	.flatMap(([name, { choices = [] }]: readonly [string, FieldShape]) =>
		choices.map((choice) => [name, choice] as const)
	);

test.each(['en', 'es'] as const)('every word of a closed list is said plainly in %s', (tongue) => {
	const say = createSay(tongue);
	expect(choices.length).toBeGreaterThan(100);
	expect(choices.filter(([name]) => name === 'drawings')).toHaveLength(DRAWINGS.length);
	const unsaid = choices.filter(([name, choice]) => choiceWord(say, name, choice) === choice);
	expect(unsaid).toEqual([]);
});

test('no two words of one list are said in the same way', () => {
	for (const tongue of ['en', 'es'] as const) {
		const say = createSay(tongue);
		const said = choices.map(([name, choice]) => `${name}: ${choiceWord(say, name, choice)}`);
		const of = new Map(choices.map(([name, choice], at) => [`${name} ${choice}`, said[at]]));
		expect(new Set(of.values()).size).toBe(of.size);
	}
});
