import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../compiler/base/refusal.ts';
import { UsageError } from '../../compiler/base/usage-error.ts';
import { writeWhole } from '../../compiler/base/write-whole.ts';
import { parseCorpus } from '../../compiler/read/parse-corpus.ts';
import { readSources } from '../../compiler/read/read-sources.ts';
import type { SourceFront } from '../../compiler/read/front-matter.ts';
import type { Located } from '../../compiler/read/yaml/parse-yaml.ts';
import { ArchiveFolder, type Kept } from '../evidence/archive-folder.ts';
import { noteInSource, type NotedField } from '../evidence/note-in-source.ts';
import type { Io } from './io.ts';

export interface EvidenceCommand {
	readonly content: string;
	readonly archive: string;
	readonly slugs: readonly string[];
	readonly isWritten: boolean;
}

/**
 * Says which answer is kept for each source, and with `--write` notes its hash and day in the source's
 * file: the newest answer in which every quote of the source stands. Exit code 1: a file is damaged.
 */
export function evidence({ content, archive, slugs, isWritten }: EvidenceCommand, io: Io): number {
	// a folder that is misspelt has no answers, and is no news of the sources
	if (!statSync(archive, { throwIfNoEntry: false })?.isDirectory()) {
		throw new Refusal(
			`There is no folder ${archive}. --archive names the one of watch:sources, where answers are kept.`
		);
	}
	const folder = new ArchiveFolder(archive);
	const { value: corpus } = parseCorpus(readSources({ content }).value);
	const unknown = slugs.find((slug) => !corpus.sources.has(slug));
	if (unknown !== undefined) throw new UsageError(`There is no source "${unknown}".`);
	let isDamaged = false;
	for (const source of corpus.sources.values()) {
		const { slug, url } = source.fields;
		if (slugs.length > 0 && !slugs.includes(slug)) continue;
		const kept = folder.keptOf(slug).findLast((it) => it.hasQuotes && it.url === url);
		if (kept === undefined) {
			io.print(`${slug}: no answer with all its quotes is kept`);
			continue;
		}
		if (!folder.isWhole(kept)) {
			io.printError(`${slug}: ${kept.file} is not the file that was kept`);
			isDamaged = true;
			continue;
		}
		io.print(`${slug}: ${kept.sha256} on ${kept.on}, ${kept.file}`);
		if (isWritten) write(source, kept, io);
	}
	if (!isWritten) io.print('Nothing was written: --write notes these in the source files.');
	return isDamaged ? 1 : 0;
}

function write({ name, fields }: Located<SourceFront>, { sha256, on, words }: Kept, io: Io): void {
	if (fields.archived?.sha256 === sha256) return;
	const notes: NotedField[] = [{ name: 'archived', value: `{sha256: "${sha256}", on: ${on}}` }];
	if (words) notes.push({ name: 'words', value: showWords(words) });
	// words of an older answer may stand there no more
	let text = readFileSync(name, 'utf8').replace(/^words: .*\n/m, '');
	for (const note of notes) {
		const noted = noteInSource(text, note);
		if (noted === undefined) {
			io.printError(`${name}: ${note.name} stands over several lines; write it on one`);
			return;
		}
		text = noted;
	}
	writeWhole(name, text, { flush: true });
	for (const note of notes) io.print(`written: ${name}: ${note.name}: ${note.value}`);
}

/** JSON's strings are YAML's, too. */
const showWords = ({ start, end }: NonNullable<Kept['words']>): string =>
	`{start: ${JSON.stringify(start)}${end === undefined ? '' : `, end: ${JSON.stringify(end)}`}}`;
