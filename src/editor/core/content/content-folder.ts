import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../../compiler/read/read-sources.ts';
import {
	overlaid,
	type Overlay,
	type SourceFile,
	type Sources
} from '../../../compiler/read/source-file.ts';

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
