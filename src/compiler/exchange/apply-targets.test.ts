import { describe, expect, test } from 'vitest';
import { applyTargets } from './apply-targets.ts';
import { parseParts } from '../read/source-parts.ts';
import type { TextFiles } from './to-exchange.ts';

const ENGLISH = `---
kind: guide
title: Officers stop your car
summary: What to do.
---
## Do {#do}
1. Keep the doors closed. {8.05}
2. Call [the city](https://nyc.gov/x). {practice}

## Call {#call}
- contact:city-hotline {7.01}
- Your dispatcher. {practice}
`;
const SPANISH = `---
title: "Oficiales paran su carro"
summary: Qué hacer.
translation: {sourceHash: "${'b'.repeat(64)}", method: human, by: Ana, on: 2026-11-01, checkedBy: Bea, checkedOn: 2026-11-02}
approvedBy:
  - {name: Bea, role: editor, on: 2026-11-02, hash: "${'c'.repeat(64)}"}
---
## Haga {#do}
1. Deje las puertas cerradas. {8.05}
2. Llame a [la ciudad](https://nyc.gov/x). {practice}

## Llame {#call}
- contact:city-hotline {7.01}
- Su central. {practice}
`;
/** Of the English: what it was handed out as. */
const PARTS = 'title 1aaaaa, summary 2aaaaa, do 3aaaaa 31aaaa 32aaaa, call 4aaaaa 41aaaa 42aaaa';
const origin = {
	...{ by: 'Luz "L."', on: '2026-11-30', sourceHash: 'a'.repeat(64) },
	sourceParts: parseParts(PARTS)
};
const TRANSLATION = {
	method: 'human',
	by: 'Ana',
	on: '2026-11-01',
	sourceHash: 'b'.repeat(64),
	sourceParts: PARTS.replace('1aaaaa', '1bbbbb').replace('31aaaa', '31bbbb')
} as const;
const aFile = (overrides: Partial<TextFiles> = {}): TextFiles => ({
	...{
		name: 'guide/car-stop',
		kind: 'guide',
		english: ENGLISH,
		hash: 'a'.repeat(64),
		path: 'es.md'
	},
	parts: parseParts(PARTS),
	own: { text: SPANISH, translation: TRANSLATION, behind: [] },
	...overrides
});
const change = (targets: Record<string, string>, file = aFile()) =>
	applyTargets(file, new Map(Object.entries(targets)), origin);

describe('applyTargets', () => {
	test('changes what was changed, and makes a draft of it that nobody has checked or approved', () => {
		const made = change({
			'do.1': 'Mantenga cerradas las puertas. {8.05}',
			'do.2': 'Llame a [la ciudad](https://nyc.gov/x). {practice}'
		});

		expect(made).toEqual({
			text: SPANISH.replace('Deje las puertas cerradas.', 'Mantenga cerradas las puertas.').replace(
				/translation: [^]*?\n---/,
				`translation: {sourceHash: "${'a'.repeat(64)}", sourceParts: "${PARTS.replace('1aaaaa', '1bbbbb')}", method: draft, by: "Luz \\"L.\\"", on: 2026-11-30}\n---`
			)
		});
	});

	test('a field is written so that no sign in it is YAML', () => {
		const made = change({ title: 'Paran: su "carro" # ahora' });

		expect('text' in made && made.text).toContain('title: "Paran: su \\"carro\\" # ahora"\n');
	});

	test.each([
		['a list in an item', { 'do.1': '- Uno {8.05}' }],
		['a heading', { 'call.2': '## Otro {#why}' }],
		['a list that begins anew', { 'call.2': '1. Uno {practice}' }]
	])('refuses words that would be read as %s', (_, targets) => {
		expect(JSON.stringify(change(targets))).toContain('not read as they are written');
	});

	test('a new guide must be whole', () => {
		expect(change({ title: 'Uno' }, aFile({ own: undefined }))).toEqual({
			problem: 'summary has no translation'
		});
	});

	test('a new directive may end after any block, and has none between left out', () => {
		const directive = aFile({ own: undefined, kind: 'directive' });
		const whole = { title: 'Uno', summary: 'Dos', do: 'Haga', 'do.1': 'A {8.05}' };

		expect(change(whole, directive)).toEqual({ problem: 'do.2 has no translation' });
		const made = change({ ...whole, 'do.2': 'B {practice}' }, directive);
		expect(
			change({ title: 'A', summary: 'B', call: 'C', 'call.2': 'D {practice}' }, directive)
		).toEqual({
			problem: 'do has no translation'
		});
		expect('text' in made && made.text).toBe(
			`---\ntitle: "Uno"\nsummary: "Dos"\ntranslation: {sourceHash: "${'a'.repeat(64)}", ` +
				`sourceParts: "${PARTS.replace(/, call.*/, '')}", method: draft, ` +
				`by: "Luz \\"L.\\"", on: 2026-11-30}\n---\n## Haga {#do}\n1. A {8.05}\n2. B {practice}\n`
		);
	});
});
