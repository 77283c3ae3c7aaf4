import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../../compiler/read/read-sources.ts';
import type { SourceFile, Sources } from '../../../compiler/read/source-file.ts';

/** Texts that stand over those of the content folder, by path. */
export type Overlay = ReadonlyMap<string, string>;

/** The content as it lies in its folder, with the texts of a draft over it. Writes nothing. */
export class ContentFolder {
	/** As diagnostics name it. */
	readonly folder: string;

	constructor(folder: string) {
		this.folder = folder.replace(/\/+$/, '');
	}

	/** Every file, read now. */
	sources(over: Overlay = new Map()): Sources {
		return overlaid(readSources({ content: this.folder }).value, over, this.folder);
	}

	/** One file, read now; `undefined` if there is none. */
	text(path: string): string | undefined {
		const file = join(this.folder, path);
		return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
	}

	/** The path below the content folder of a file as diagnostics name it. */
	pathOf(name: string): string | undefined {
		return name.startsWith(`${this.folder}/`) ? name.slice(this.folder.length + 1) : undefined;
	}

	fileOf = (path: string, text: string): SourceFile => ({
		path,
		name: `${this.folder}/${path}`,
		text
	});
}

/** Files with other texts in the place of their own, and with those that are new. */
export function overlaid(sources: Sources, over: Overlay, folder: string): Sources {
	if (over.size === 0) return sources;
	const known = new Set(sources.map(({ path }) => path));
	const added = [...over].filter(([path]) => !known.has(path));
	return [
		...sources.map((file) => ({ ...file, text: over.get(file.path) ?? file.text })),
		...added.map(([path, text]) => ({ path, name: `${folder}/${path}`, text }))
	];
}
