/** A file of the content folder. */
export interface SourceFile {
	/** Its place below the content folder, with slashes: `guides/school-bus/en.md`. */
	readonly path: string;
	/** The path as a person would open it; shown in diagnostics. */
	readonly name: string;
	readonly text: string;
}

/** A whole content folder in memory. */
export type Sources = readonly SourceFile[];
