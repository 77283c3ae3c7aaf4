/** What is wrong with a file of a site, and what to do about it: two parts of one sentence. */
export interface Fault {
	readonly problem: string;
	readonly remedy: string;
}
