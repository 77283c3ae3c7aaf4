import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../../src/compiler/read/read-sources.ts';
import type { SourceFile, Sources } from '../../../src/compiler/read/source-file.ts';
import { parseCorpus } from '../../../src/compiler/read/parse-corpus.ts';
import { parseOpus } from '../../../src/compiler/base/parse-opus.ts';
import { blocksToSay, linesToSay, wordsHash } from '../../../src/compiler/text/recorded-words.ts';
import { goodSources } from './content-fixture.ts';

/** A guide of the fixture as eSpeak NG says it: `make-recording.ts` beside this file has made it. */
const FIXTURE = 'tests/fixtures/recordings/front-door';

const inFolder = (folder: string, name: string): SourceFile => {
	const bytes = readFileSync(join(FIXTURE, name));
	const path = `${folder}/${name}`;
	const isText = name.endsWith('.yaml');
	return { path, name: path, text: isText ? bytes.toString() : '', ...(!isText && { bytes }) };
};

/** The sound of a block of it. */
export const aSound = (block = 'say'): Uint8Array<ArrayBuffer> =>
	new Uint8Array(readFileSync(join(FIXTURE, `${block}.opus`)));

/** The valid tree, of which one guide is recorded. */
export function recordedSources(): Sources {
	const files = readdirSync(FIXTURE).map((name) => inFolder('guides/front-door/en.audio', name));
	return [...goodSources(), ...files];
}

/**
 * Files that record an English guide of a content folder: its own words, by the sounds of the fixture. What
 * is heard is not what is written, which no test can tell.
 */
export function recordingOf(content: string, slug: string): readonly SourceFile[] {
	const corpus = parseCorpus(readSources({ content }).value).value;
	const text = corpus.guides.get(slug)?.get('en');
	if (!text) throw new Error(`There is no guide "${slug}"`);
	const folder = `guides/${slug}/en.audio`;
	const sounds = blocksToSay(text).map((block) => inFolder(folder, `${block}.opus`));
	const blocks = blocksToSay(text).map((block, index) => {
		const lines = linesToSay(text, block);
		const opus = parseOpus(sounds[index]?.bytes ?? new Uint8Array());
		const each = (opus.ok ? opus.value.seconds : 0) / lines.length;
		const starts = lines.map((_, line) => (each * line).toFixed(2));
		return `  ${block}: {words: ${wordsHash(lines)}, starts: [${starts.join(', ')}]}`;
	});
	const said = ['voice: synthetic', 'by: eSpeak NG', 'on: 2026-11-30', 'blocks:', ...blocks];
	const path = `${folder}/recording.yaml`;
	return [...sounds, { path, name: path, text: `${said.join('\n')}\n` }];
}
