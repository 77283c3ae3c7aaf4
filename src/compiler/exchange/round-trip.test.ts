import { describe, expect, test } from 'vitest';
import { LANGUAGE_TAGS } from '#lib/edition/language-tags.ts';
import { sampleLanguages } from '#tests/support/sample.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { readSources } from '../read/read-sources.ts';
import { showParts, type SourceParts } from '../read/source-parts.ts';
import { applyTargets } from './apply-targets.ts';
import { join, marksOf } from './placeholders.ts';
import { readXliff, withMarks } from './read-xliff.ts';
import { segmentsOf } from './segments.ts';
import { textFiles, toExchange } from './to-exchange.ts';
import { writeXliff } from './write-xliff.ts';

const sources = readSources({ content: 'src/content' }).value;
const corpus = parseCorpus(sources).value;
const origin = { by: 'A translator', on: '2026-11-30', sourceHash: 'a'.repeat(64) };
const originOf = ({ parts }: { parts: SourceParts }) => ({ ...origin, sourceParts: parts });

/** What came back, by segment, as the command takes it. */
function comeBack(xml: string, name: string, english: ReadonlyMap<string, string>) {
	const text = readXliff(xml).texts.find((it) => it.name === name);
	return new Map(
		(text?.units ?? []).map((unit) => {
			const id = unit.name.slice(name.length + 1);
			const pieces = withMarks(unit.target, marksOf(english.get(id) ?? ''));
			if (!pieces) throw new Error(`${unit.name} lost a mark`);
			return [id, join(pieces)];
		})
	);
}

const sampled = sampleLanguages(LANGUAGE_TAGS).filter((tag) => tag !== 'en');
describe.each(sampled)('%s', (lang) => {
	const files = textFiles(sources, corpus, lang);

	test.each(['1.2', '2.0'] as const)(
		'all texts go out as XLIFF %s and come back the same',
		(version) => {
			const xml = writeXliff(toExchange(files, lang), version);
			expect(readXliff(xml).lang).toBe(lang);
			expect(files.length).toBeGreaterThan(80);
			for (const file of files) {
				const english = new Map(segmentsOf(file.kind, file.english).map((it) => [it.id, it.words]));
				const targets = comeBack(xml, file.name, english);
				if (file.own) {
					expect(targets.size, file.name).toBeGreaterThan(0);
					expect(applyTargets(file, targets, originOf(file)), file.name).toEqual({ same: true });
				} else expect(targets.size).toBe(0);
			}
		}
	);
});

test('a text that nobody has translated is made in the form of the English', () => {
	for (const file of textFiles(sources, corpus, 'es')) {
		const words = segmentsOf(file.kind, file.english);
		const targets = new Map(words.map((it) => [it.id, it.words]));
		const made = applyTargets({ ...file, own: undefined }, targets, originOf(file));
		if (!('text' in made)) throw new Error(`${file.name}: ${JSON.stringify(made)}`);
		const ids = segmentsOf(file.kind, made.text).map(({ id }) => id);
		expect(ids, file.name).toEqual(words.map(({ id }) => id));
		expect(made.text).toContain(
			`sourceHash: "${'a'.repeat(64)}", sourceParts: "${showParts(file.parts)}", method: draft`
		);
	}
});
