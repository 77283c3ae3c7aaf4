import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import type { Diagnostic, Parsed } from '../base/diagnostic.ts';
import { Refusal } from '../base/refusal.ts';
import type { SourceFile, Sources } from './source-file.ts';

/** Where the sources are: folders as the person typed them, so that diagnostics can be clicked. */
export interface SourceFolders {
	readonly content: string;
	/** Absent: the folder `evidence` inside the content folder. */
	readonly evidence?: string | undefined;
}

/** Reads every file of the content folder, in the order of their names. */
export function readSources(folders: SourceFolders): Parsed<Sources> {
	const content = folders.content.replace(/\/+$/, '');
	const evidence = (folders.evidence ?? `${content}/${EVIDENCE}`).replace(/\/+$/, '');
	const diagnostics: Diagnostic[] = [];
	const files: SourceFile[] = [];

	const read = (name: string, path: string) => {
		const bytes = readFileSync(name);
		if (path.endsWith('.opus')) {
			files.push({ path, name, text: '', bytes });
			return;
		}
		try {
			const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
			files.push({ path, name, text });
		} catch {
			// a text in another encoding would be published with wrong letters
			const line = lineOfBadByte(bytes);
			diagnostics.push({ file: name, line, problem: NOT_UTF8, remedy: 'Save it as UTF-8.' });
		}
	};

	for (const path of filesBelow(content)) {
		if (!path.startsWith(`${EVIDENCE}/`)) read(`${content}/${path}`, path);
	}
	for (const path of filesBelow(evidence)) read(`${evidence}/${path}`, `${EVIDENCE}/${path}`);
	// one folder is mostly in the other
	for (const name of new Set([content, evidence].flatMap(linksBelow))) {
		diagnostics.push({ file: name, line: 1, problem: IS_LINK, remedy: NO_LINKS });
	}
	return { value: files, diagnostics };
}

/** The site's icon, and what previews of links and stores show: the build looks at them. */
const IS_PICTURE = /^(?:icon\.svg|pictures\/.*)$/;
const EVIDENCE = 'evidence';
const IS_LINK = 'this is a link, and what it leads to is not read';
const NO_LINKS = 'Put the file itself here: a text that is left out would be called withdrawn.';
const NOT_UTF8 = 'this file is not UTF-8 text';

/** What lies below a folder, sorted, without hidden files: editors and systems leave those. */
function below(folder: string, isWanted: (entry: Dirent) => boolean): string[] {
	if (!existsSync(folder)) throw new Refusal(`There is no folder ${folder}.`);
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(isWanted)
		.map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => !path.split('/').some((part) => part.startsWith('.')))
		.sort();
}

const filesBelow = (folder: string): string[] =>
	below(folder, (entry) => entry.isFile()).filter((path) => !IS_PICTURE.test(path));

/** A link could bring any file of the machine into an edition. */
const linksBelow = (folder: string): string[] =>
	below(folder, (entry) => entry.isSymbolicLink()).map((path) => `${folder}/${path}`);

function lineOfBadByte(bytes: Buffer): number {
	const lines = bytes.toString('latin1').split('\n');
	const isBad = (line: string) => Buffer.from(line, 'latin1').toString('utf8').includes('\uFFFD');
	return lines.findIndex(isBad) + 1;
}
