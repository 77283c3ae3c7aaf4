import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { edited, goodSources, written } from '#tests/support/publisher/content-fixture.ts';
import { checkCorpus } from './check-corpus.ts';
import { sortDiagnostics } from '../base/diagnostic.ts';
import { checkFutureDates } from './validity/check-future-dates.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import type { Sources } from '../read/source-file.ts';

const Edits = v.array(v.strictObject({ from: v.string(), to: v.string() }));

/**
 * One broken file: the good one with edits, or a text of its own; and all that is said about it.
 * `also`: what else must be edited so that nothing else is wrong.
 */
const Broken = v.array(
	v.strictObject({
		name: v.string(),
		file: v.string(),
		edits: v.optional(Edits, []),
		text: v.optional(v.string()),
		also: v.optional(v.array(v.strictObject({ file: v.string(), edits: Edits })), []),
		expect: v.pipe(v.array(v.string()), v.minLength(1))
	})
);

function problemsOf(sources: Sources) {
	const { value, diagnostics } = parseCorpus(sources);
	return sortDiagnostics([...diagnostics, ...checkCorpus(value)]);
}

const linesOf = (sources: Sources) =>
	problemsOf(sources).map(({ file, line, problem }) => `${file}:${String(line)}: ${problem}`);

/** Words, and an end: no colon after which nothing comes. */
const REMEDY = /^\S.{5,}[^\s:]$/su;

test('says nothing about the good tree', () => {
	expect(linesOf(goodSources())).toEqual([]);
});

for (const table of globSync('tests/fixtures/content/broken/*.yaml').sort()) {
	describe(basename(table, '.yaml'), () => {
		for (const broken of v.parse(Broken, parse(readFileSync(table, 'utf8')))) {
			test(`reports ${broken.name}, there and nowhere else`, () => {
				const good = goodSources();
				const sources =
					broken.text === undefined
						? edited(good, broken.file, ...broken.edits)
						: written(good, broken.file, broken.text);
				const whole = broken.also.reduce((all, it) => edited(all, it.file, ...it.edits), sources);
				expect(linesOf(whole)).toEqual(broken.expect);
				for (const { remedy } of problemsOf(whole)) expect(remedy).toMatch(REMEDY);
			});
		}
	});
}

test('reports a sixteenth word of the glossary', () => {
	const text = goodSources().find(({ path }) => path === 'terms/gate/en.yaml')?.text ?? '';
	const words = Array.from({ length: 14 }, (_, index) => `word-${String(index).padStart(2, '0')}`);
	const sources = words.reduce((all, word) => {
		return written(all, `terms/${word}/en.yaml`, text.replace('slug: gate', `slug: ${word}`));
	}, goodSources());
	expect(linesOf(sources)).toEqual(['terms/word-13/en.yaml:1: the glossary has 16 terms']);
});

test('says what to do about each problem', () => {
	const file = 'guides/bus-stop/en.md';
	const sources = edited(goodSources(), file, { from: 'urgency: prepare', to: 'urgency: prepaer' });
	const [problem] = problemsOf(sources);
	expect(problem?.remedy).toBe('Did you mean "prepare"? Use one of: now, today, prepare.');
});

test.each([
	['guides/bus-stop/en.md', 'level: school', 'level: scool', 'Did you mean "school"?'],
	['directives/half-stopped/en.md', 'partly_blocked', 'partly-blocked', '"partly_blocked"?'],
	['guides/bus-stop/en.md', 'stops. {1.02}', 'stops. {1.20}', 'Did you mean "1.'],
	['directives/door-story/en.md', '[seed-01]', '[seed-1]', 'Use ids such as seed-03'],
	['directives/door-story/en.md', '[seed-01]', '[seed-10]', 'Did you mean "seed-01"?'],
	['guides/bus-stop/en.md', 'court-case]', 'court-cases]', 'Did you mean "court-case"?'],
	['guides/bus-stop/en.md', 'lang: en', 'lang: eng', 'Did you mean "en"?']
])('names the nearest right value: %s, %s → %s', (file, from, to, hint) => {
	const remedies = problemsOf(edited(goodSources(), file, { from, to })).map(
		({ remedy }) => remedy
	);
	expect(remedies.join('\n')).toContain(hint);
});

test('names the nearest language where a file is named for none', () => {
	const sources = written(goodSources(), 'terms/gate/se.yaml', 'kind: term\n');
	expect(problemsOf(sources)[0]?.remedy).toMatch(/^Did you mean "(es|sq|en)"\?/);
});

test('reports the problems of all files in one run', () => {
	const guide = { from: 'Get on. {practice}', to: 'Get on safely.' };
	const directive = { from: 'form: guidance', to: 'form: guide' };
	const once = edited(goodSources(), 'guides/bus-stop/en.md', guide);
	expect(linesOf(edited(once, 'directives/half-stopped/en.md', directive))).toEqual([
		'directives/half-stopped/en.md:9: form is "guide", which is not one of its words',
		'guides/bus-stop/en.md:24: no fact marker',
		'guides/bus-stop/en.md:24: the word "safely" is not allowed'
	]);
});

test('looks at the body of an article whose front matter is broken', () => {
	const broken = [
		{ from: 'urgency: prepare', to: 'urgency: soon' },
		{ from: 'Get on.', to: 'Run away from them.' }
	];
	expect(linesOf(edited(goodSources(), 'guides/bus-stop/en.md', ...broken))).toEqual([
		'guides/bus-stop/en.md:10: urgency is "soon", which is not one of its words',
		'guides/bus-stop/en.md:24: the advice "Run away" is not allowed'
	]);
});

test('accepts a byte order mark and the line ends of Windows', () => {
	const sources = goodSources().map((file) => {
		return { ...file, text: `\uFEFF${file.text.replaceAll('\n', '\r\n')}` };
	});
	expect(linesOf(sources)).toEqual([]);
});

test('takes the curly quotes of an editor for quotes', () => {
	const quote = { from: 'names the stops.', to: 'calls it a “safe sanctuary”, ‘of sorts’.' };
	expect(linesOf(edited(goodSources(), 'guides/bus-stop/en.md', quote))).toEqual([]);
});

test('accepts a zero-width non-joiner where a script is spelt with it', () => {
	const text = `term: "دروازہ"
plain: "باغ\u200Cکا دروازہ۔"
translation: {sourceHash: "${'1'.repeat(64)}", method: draft, by: Ana, on: 2026-11-24}
`;
	expect(linesOf(written(goodSources(), 'terms/gate/ur.yaml', text))).toEqual([]);
});

test('lets a translation that is behind differ from the English in its blocks', () => {
	const english = {
		from: '- People may wait outside. {1.02}\n',
		to: '- Wait. {1.02}\n- Go. {1.01}\n'
	};
	expect(linesOf(edited(goodSources(), 'directives/door-rule/en.md', english))).toEqual([]);
});

test('counts a "do not" as good advice', () => {
	const advice = { from: 'Get on.', to: 'Do not run away or touch an officer.' };
	expect(linesOf(edited(goodSources(), 'guides/bus-stop/en.md', advice))).toEqual([]);
});

test('leaves quotes to those who said them', () => {
	const quote = { from: 'names the stops.', to: 'calls it a "safe sanctuary for illegal aliens".' };
	expect(linesOf(edited(goodSources(), 'guides/bus-stop/en.md', quote))).toEqual([]);
});

test.each([
	['changes/2026-11-25-door-words/en.yaml:4: date', undefined],
	[
		'guides/bus-stop/en.md:15: checkedOn',
		{ from: 'checkedOn: 2026-11-20', to: 'checkedOn: 2026-11-25' }
	],
	[
		'guides/bus-stop/en.md:17: approvedBy',
		{ from: 'role: editor, on: 2026-11-24', to: 'role: editor, on: 2026-11-25' }
	],
	[
		'guides/front-door/es.md:4: translation.on',
		{ from: 'by: Ana, on: 2026-11-24', to: 'by: Ana, on: 2026-11-25' }
	],
	[
		'sources/city-law.yaml:10: retrievedOn',
		{ from: 'retrievedOn: 2026-11-20', to: 'retrievedOn: 2026-11-25' }
	]
])('%s of tomorrow is a claim that nobody can make today', (place, edit) => {
	const file = place.split(':')[0] ?? '';
	const sources = edit ? edited(goodSources(), file, edit) : goodSources();
	const said = [...checkFutureDates(parseCorpus(sources).value, '2026-11-24')].map(
		(it) => `${it.file}:${String(it.line)}: ${it.problem}`
	);
	expect(said).toContain(
		`${place} is 2026-11-25, which is to come: where the site is, it is 2026-11-24`
	);
	expect([...checkFutureDates(parseCorpus(sources).value, '2026-11-25')]).toEqual([]);
});
