import { expect, test } from 'vitest';
import { AUDIENCES, SCENARIOS, STATUSES } from '#lib/edition/vocabulary.ts';
import { toDocument } from './to-document.ts';

const guide = `---
kind: guide
audiences: [family, school-bus]
level: town
urgency:
---

## Do {#do}
1. Wait.
`;

test('a field says which words belong there, whatever it has', () => {
	const fields = toDocument('guides/x/en.md', guide)?.fields ?? [];
	const shapeOf = (name: string) => fields.find((it) => it.name === name)?.shape;
	expect(shapeOf('audiences')).toEqual({ holds: 'list', choices: AUDIENCES });
	expect(shapeOf('level')?.choices).toContain('city');
	expect(shapeOf('urgency')).toEqual({ holds: 'text', choices: ['now', 'today', 'prepare'] });
	expect(fields.find((it) => it.name === 'audiences')?.value).toEqual(['family', 'school-bus']);
});

test('a field that is not there says it, too, and whether it may be left out again', () => {
	const absent = toDocument('guides/x/en.md', guide)?.absent ?? [];
	const find = (name: string) => absent.find((it) => it.name === name);
	expect(find('scenario')).toEqual({ name: 'scenario', holds: 'text', choices: SCENARIOS });
	expect(find('print')).toMatchObject({ holds: 'list', isOptional: true });
	const ofRule = toDocument('directives/x/en.md', guide)?.absent.find(
		({ name }) => name === 'status'
	);
	expect(ofRule).toEqual({
		...{ name: 'status', holds: 'text', choices: STATUSES, isOptional: true }
	});
});

test('what holds parts, and what is no field of its kind, has no words to choose from', () => {
	const text = '---\nlegalReview: { state: none }\nform: law\ntitel: x\n---\n';
	const fields = toDocument('guides/x/en.md', text)?.fields ?? [];
	expect(fields.map(({ name, shape }) => [name, shape])).toEqual([
		['legalReview', undefined],
		['form', undefined],
		['titel', undefined]
	]);
});
