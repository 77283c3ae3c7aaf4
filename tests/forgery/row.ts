import type { Forgery } from './forge.ts';

/** One altered edition, and what must become of it. */
export type Row = readonly [
	name: string,
	forgery: Forgery,
	/** `takes`, or the code of a phone's refusal. */
	phone: string,
	/** `takes`, or what the publisher is told. */
	publisher: 'takes' | RegExp
];
