/** A file of the content folder. */
export interface SourceFile {
	/** Its place below the content folder, with slashes: `guides/school-bus/en.md`. */
	readonly path: string;
	/** The path as a person would open it; shown in diagnostics. */
	readonly name: string;
	readonly text: string;
	/** Of a file that is no text, such as a recording: then `text` is empty. */
	readonly bytes?: Uint8Array;
}

/** A whole content folder in memory. */
export type Sources = readonly SourceFile[];

/** Texts that stand over those of a content folder, by path. */
export type Overlay = ReadonlyMap<string, string>;

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
