/** Words, advice or a claim that no text of ours holds. */
export interface Ban {
	/** Matched against a text with its quotes taken out. Always with the flags `iu`. */
	readonly pattern: RegExp;
	/** What it is, for the message. */
	readonly what: string;
	/** What to write instead, or why not. */
	readonly instead: string;
	/** Banned as a fact only: under {#unconfirmed} it may be named. */
	readonly isOnlyAsFact?: boolean;
}

export const words = (source: string): RegExp =>
	new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'iu');
/** At the start of a sentence or after a colon: what a reader is told to do. */
const order = (source: string): RegExp =>
	new RegExp(`(?:^|[.!?:;¡¿]\\s+)(?:${source})(?!\\p{L})`, 'iu');

export const ban = (pattern: RegExp, what: string, instead: string): Ban => ({
	...{ pattern, what, instead }
});
export const word = (source: string, instead: string): Ban =>
	ban(words(source), 'the word', instead);
export const advice = (source: string): Ban => ban(order(source), 'the advice', ADVICE);
export const promise = (source: string): Ban => ban(words(source), 'the promise', OUTCOME);
/** Another word for a concept that has one. */
export const synonym = (source: string, term: string): Ban =>
	word(source, `The glossary's word is "${term}": src/content/README.md.`);

const ADVICE = 'We never tell anybody to do this (src/content/README.md). Say what to do instead.';
const OUTCOME = 'Never tell a reader what they qualify for or what will happen to them.';
