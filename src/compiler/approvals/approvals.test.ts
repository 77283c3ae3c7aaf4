import { describe, expect, test } from 'vitest';
import { approvalHash } from '../read/approval-hash.ts';
import { personOf } from './approvals.ts';
import { writeApprovals } from './write-approvals.ts';

const TEXT = `---
kind: guide
slug: bus-stop
title: "A title" # a remark
sources: [city-law, news]
approvedBy: []          # two names
---
## Do {#do}
1. Wait. {1.01}
`;
const approval = (name: string) =>
	({ name, role: 'editor', on: '2026-11-24', hash: approvalHash(TEXT) }) as const;

test.each([
	['line ends of Windows', TEXT.replaceAll('\n', '\r\n')],
	['a byte order mark', `\uFEFF${TEXT}`],
	['spaces at the ends of lines', TEXT.replaceAll('{1.01}', '{1.01}  ')],
	[
		'another order of the fields',
		TEXT.replace('kind: guide\nslug: bus-stop', 'slug: bus-stop\nkind: guide')
	],
	['other quotes and remarks', TEXT.replace('"A title" # a remark', "'A title'")],
	['approvals', writeApprovals(TEXT, [approval('Ana'), approval('Ben')])],
	['the field of approvals left out', TEXT.replace(/approvedBy.*\n/, '')]
])('an approval holds with %s', (_name, text) => {
	expect(approvalHash(text)).toBe(approvalHash(TEXT));
});

test.each([
	['a word', 'Wait.', 'Go.'],
	['a fact marker', '1.01', '1.02'],
	['the heading of a block', '## Do', '## Act'],
	['the title', 'A title', 'The title'],
	['the order of a list', 'city-law, news', 'news, city-law'],
	['another field', 'kind: guide', 'kind: guide\nsensitive: true']
])('an approval is void after a change of %s', (_name, from, to) => {
	expect(approvalHash(TEXT.replace(from, to))).not.toBe(approvalHash(TEXT));
});

describe('an approval of a translation', () => {
	const english = TEXT.replace('approvedBy', 'checkedOn: null\nreviewBy: 2026-12-24\napprovedBy');
	const translation = `---\ntitle: Un título\n---\n## Qué hacer {#do}\n1. Espere. {1.01}\n`;
	const hashBeside = (original: string): string => approvalHash(translation, original);

	test('is void if a field changes that it takes over from the English', () => {
		expect(hashBeside(english.replace('news]', 'news, memo]'))).not.toBe(hashBeside(english));
	});

	test.each([
		['words of the English that it translates', 'A title', 'The title'],
		['the day of a review', 'checkedOn: null', 'checkedOn: 2026-11-24'],
		['the day of the next review', '2026-12-24', '2027-01-24'],
		['the body of the English', 'Wait.', 'Go.']
	])('holds after a change of %s', (_name, from, to) => {
		expect(english).toContain(from);
		expect(hashBeside(english.replace(from, to))).toBe(hashBeside(english));
	});
});

test.each([
	['case', 'ANA LÓPEZ'],
	['spaces', '  Ana \u00A0 López '],
	['the form of an accent', 'Ana Lo\u0301pez'],
	['an accent left out', 'Ana Lopez'],
	['full-width letters', 'Ａｎａ López'],
	['what cannot be seen', 'Ana\u200B López']
])('is the same person with other %s', (_name, name) => {
	expect(personOf(name)).toBe(personOf('Ana López'));
});

test('people of other scripts are told apart', () => {
	expect(new Set(['রহিম', 'রহমা', '王小明', '王小敏', 'Ана', 'Ben'].map(personOf)).size).toBe(6);
});

test('is written in the place of what is there, and nothing else is touched', () => {
	const once = writeApprovals(TEXT, [approval('Ana')]);
	const twice = writeApprovals(once, [approval('Ana'), approval('Ben')]);
	const row = (name: string) =>
		`\n  - {name: "${name}", role: "editor", on: 2026-11-24, hash: "${approvalHash(TEXT)}"}`;
	expect(once).toBe(TEXT.replace('approvedBy: []', `approvedBy:${row('Ana')}`));
	expect(twice).toBe(TEXT.replace('approvedBy: []', `approvedBy:${row('Ana')}${row('Ben')}`));
	expect(writeApprovals(twice, [])).toBe(TEXT);
});

test('is written where the field is not there, and in a file without a body', () => {
	const bare = 'kind: change\nslug: 2026-11-24-x\n';
	const written = writeApprovals(bare, [approval('Ana')]);
	expect(written.startsWith(`${bare}approvedBy:\n  - {name: "Ana"`)).toBe(true);
	expect(approvalHash(written)).toBe(approvalHash(bare));
	const article = TEXT.replace(/approvedBy.*\n/, '');
	expect(writeApprovals(article, [])).toBe(
		article.replace('---\n## Do', 'approvedBy: []\n---\n## Do')
	);
});

test('keeps the line ends and the mark of the file', () => {
	const windows = `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`;
	const written = writeApprovals(windows, [approval('Ana')]);
	expect(written).toBe(`\uFEFF${writeApprovals(TEXT, [approval('Ana')]).replaceAll('\n', '\r\n')}`);
});
