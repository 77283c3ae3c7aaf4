import type { English } from './parse-front.ts';
import { parseSource, type ParsedSource, type Place } from './parse-source.ts';
import type { YamlResult } from './yaml/parse-yaml.ts';
import type { SourceFile } from './source-file.ts';

interface Kept<Result> {
	readonly text: string;
	readonly english?: string | undefined;
	readonly result: Result;
}

/**
 * What was parsed of each file, for who reads the same content again with a word changed: an editor's
 * screen does at each pause. A file is parsed anew when its text is another, or its English is.
 */
export class ParsedBefore {
	readonly #sources = new Map<string, Kept<ParsedSource>>();
	readonly #files = new Map<string, Kept<YamlResult<unknown>>>();

	/** A source text, as `parseSource` reads it. */
	source(file: SourceFile, place: Place, english: English | undefined): ParsedSource {
		const kept = this.#sources.get(file.name);
		if (kept?.text === file.text && kept.english === english?.text) return kept.result;
		const result = parseSource(file, place, english);
		this.#sources.set(file.name, { text: file.text, english: english?.text, result });
		return result;
	}

	/** Any other file, which is always read by the same schema. */
	file<Value>({ name, text }: SourceFile, parse: () => YamlResult<Value>): YamlResult<Value> {
		const kept = this.#files.get(name);
		if (kept?.text === text) return kept.result as YamlResult<Value>;
		const result = parse();
		this.#files.set(name, { text, result });
		return result;
	}
}
