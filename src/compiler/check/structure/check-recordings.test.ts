import { describe, expect, test } from 'vitest';
import { aSound, recordedSources } from '#tests/support/publisher/a-recording.ts';
import { edited } from '#tests/support/publisher/content-fixture.ts';
import type { Sources } from '../../read/source-file.ts';
import { parseCorpus } from '../../read/parse-corpus.ts';
import { compileContent } from '../../compile/compile-edition.ts';
import { checkCorpus } from '../check-corpus.ts';
import { checkVoidRecordings } from './check-recordings.ts';

const FOLDER = 'guides/front-door/en.audio';
const YAML = `${FOLDER}/recording.yaml`;

function problemsIn(sources: Sources): string[] {
	const { value, diagnostics } = parseCorpus(sources);
	return [...diagnostics, ...checkCorpus(value)].map(({ file, problem }) => `${file}: ${problem}`);
}
const noticesIn = (sources: Sources): string[] =>
	[...checkVoidRecordings(parseCorpus(sources).value)].map((it) => `${it.problem} | ${it.remedy}`);

const movedTo = (folder: string): Sources =>
	recordedSources().map((file) => {
		const path = file.path.replace(FOLDER, folder);
		return { ...file, path, name: path };
	});
const without = (name: string): Sources =>
	recordedSources().filter(({ path }) => path !== `${FOLDER}/${name}`);
const withSound = (name: string, bytes: Uint8Array): Sources => [
	...without(name),
	{ path: `${FOLDER}/${name}`, name: `${FOLDER}/${name}`, text: '', bytes }
];
/** A content whose guide says something else in a block. */
const withWords = (from: string, to: string): Sources =>
	edited(recordedSources(), 'guides/front-door/en.md', { from, to });

test('a whole recording of the words as they are has no problem, and is published', () => {
	expect(problemsIn(recordedSources())).toEqual([]);
	expect(noticesIn(recordedSources())).toEqual([]);
	const { sounds } = compileContent(parseCorpus(recordedSources()).value);
	expect([...sounds.keys()].every((path) => /^audio\/[0-9a-f]{64}\.opus$/.test(path))).toBe(true);
	expect(sounds.size).toBe(4);
});

describe('a recording', () => {
	test.each([
		['of a draft', movedTo('guides/front-door/es.audio'), 'is a draft, and a sound has no label'],
		['of a guide that is not there', movedTo('guides/back-door/en.audio'), 'there is no guides/'],
		['in no language', movedTo('guides/front-door/xx.audio'), 'is not one of the languages'],
		['with a file that is no Opus', withSound('say.opus', new Uint8Array(9)), 'no whole Ogg file'],
		['without one of its files', without('say.opus'), 'there is no say.opus'],
		['with a file of another block', withSound('why.opus', aSound()), 'has no place here'],
		['of which nothing says who speaks', without('recording.yaml'), 'nothing says who speaks'],
		[
			'whose lines begin after its end',
			edited(recordedSources(), YAML, { from: '[0, 1.03]', to: '[0, 103]' }),
			'the starts do not rise, or go past the end'
		],
		[
			'with fewer lines than the guide',
			edited(recordedSources(), YAML, { from: '[0, 1.98, 3.9, 6.07]', to: '[0, 1.98]' }),
			'there are 2 starts for 4 lines'
		],
		[
			'of a voice of another kind',
			edited(recordedSources(), YAML, { from: 'synthetic', to: 'cloned' }),
			'cloned'
		]
	])('%s is a problem', (_name, sources, problem) => {
		expect(problemsIn(sources).join('\n')).toContain(problem);
	});
});

test('a changed sentence voids the recording: the guide goes out unheard, and the editor knows', () => {
	const sources = withWords('"Please wait."', '"Wait there."');
	expect(problemsIn(sources).filter((it) => it.includes('audio'))).toEqual([]);
	expect(noticesIn(sources)).toEqual([
		expect.stringMatching(
			/\{#say\} has other words now \| Record it anew, and write: words: \w{64}/
		)
	]);
	expect(compileContent(parseCorpus(sources).value).sounds.size).toBe(0);
});

test('half a guide is not heard: a do-not that nobody recorded would be missed by nobody', () => {
	const yaml = recordedSources().find(({ path }) => path === YAML)?.text ?? '';
	const dont = / {2}dont:\n.*\n.*\n/.exec(yaml)?.[0] ?? '';
	const sources = edited(without('dont.opus'), YAML, { from: dont, to: '' });
	expect(problemsIn(sources)).toEqual([]);
	expect(noticesIn(sources)).toEqual([expect.stringContaining('{#dont} is not recorded')]);
	expect(compileContent(parseCorpus(sources).value).sounds.size).toBe(0);
});
