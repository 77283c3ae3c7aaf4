import type { Diagnostic } from '../../../compiler/base/diagnostic.ts';

/** What the thread is asked: the content folder with these texts over it. */
export interface CorpusJob {
	readonly number: number;
	readonly content: string;
	readonly over: readonly (readonly [path: string, text: string])[];
	readonly today: string;
}

export interface CorpusAnswer {
	readonly number: number;
	readonly problems: readonly Diagnostic[];
	readonly notices: readonly Diagnostic[];
}
