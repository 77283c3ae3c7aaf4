import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
	ChangeFront,
	ContactFront,
	DirectiveFront,
	GuideFront,
	SearchFront,
	SourceFront,
	TermFront
} from './front-matter.ts';
import { Claim, Fact } from './json-files.ts';
import { LanguageFront } from './language-front.ts';
import { RecordingFront } from './parse-recordings.ts';
import { TRANSLATED_FRONTS } from './translated-front.ts';

const guide = readFileSync('src/content/README.md', 'utf8');

/** The names in the first column of the table below a heading, which may end in `?`. */
function fieldsBelow(heading: string): string[] {
	const [, section = ''] = guide.split(`\n### ${heading}`);
	const rows = (section.split(/\n##/)[0] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('| `'));
	return rows.flatMap((row) =>
		[...(row.split('|')[1] ?? '').matchAll(/`(\w+)\??`/g)].map(([, name = '']) => name)
	);
}

/** Said once for all small kinds, above their tables. */
const EVERYWHERE = ['translation'];

test.each([
	['a guide', GuideFront, [...fieldsBelow('4.1'), ...fieldsBelow('4.2')]],
	['a directive', DirectiveFront, [...fieldsBelow('4.1'), ...fieldsBelow('4.3')]],
	['a contact', ContactFront, [...fieldsBelow('6.1'), ...EVERYWHERE]],
	['a term', TermFront, [...fieldsBelow('6.2'), ...EVERYWHERE]],
	['a change', ChangeFront, [...fieldsBelow('6.3'), ...EVERYWHERE]],
	['a source', SourceFront, fieldsBelow('6.4')],
	['words for search', SearchFront, fieldsBelow('6.5')],
	['what is known of a language', LanguageFront, fieldsBelow('6.6')],
	['a recording', RecordingFront, fieldsBelow('6.7')],
	['a fact', Fact, fieldsBelow('7.1')],
	['a claim', Claim, fieldsBelow('7.2')]
])('the editors’ guide names every field of %s, and no other', (_name, { entries }, named) => {
	expect(named.toSorted()).toEqual(Object.keys(entries).toSorted());
});

test('the editors’ guide names every field of a translation', () => {
	const [, paragraph = ''] = guide.split('\nA translation holds what is in its own language');
	const [named = ''] = paragraph.split('\n');
	for (const { entries } of Object.values(TRANSLATED_FRONTS)) {
		for (const field of Object.keys(entries)) expect(named).toContain(`\`${field}\``);
	}
});

test('every word that a fact or a claim may have stands in its table', () => {
	const words = [...Fact.entries.confidence.options, ...Claim.entries.verdict.options];
	const [, tables = ''] = guide.split('\n### 7.1');
	for (const word of words) expect(tables).toContain(`\`${word}\``);
});
