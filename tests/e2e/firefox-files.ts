import { isDaily, sampleFiles } from '#tests/support/sample.ts';

/**
 * What one engine tells as well as two: answers over plain HTTP, what stands in heads, releases of the
 * code, the command line of keys, the preview of who writes; a hostile host, whose every attack both
 * engines meet in `tuf*.e2e.ts`. Of paper, Playwright's Firefox knows nothing.
 */
const NEVER = [
	...['api', 'app-update', 'heads', 'hostile', 'keys-drill', 'machines', 'preview', 'print']
];
/** What pages say and where they lead: `npm test` opens half of it in Firefox, other files each day. */
const SAMPLED = [
	...['access', 'addresses', 'articles', 'base-path', 'changes', 'first-visit', 'future'],
	...['install', 'languages', 'not-here', 'second-edition', 'share']
];

/** Files of tests that are in the sample of another day. None, where somebody names a file by hand. */
export function notToday(): string[] {
	if (!isDaily()) return [];
	const today = sampleFiles(SAMPLED);
	return SAMPLED.filter((name) => !today.includes(name)).map((name) => `${name}.e2e.ts`);
}

/** What Playwright leaves out in Firefox. */
export const leftOutInFirefox = (): string[] =>
	[...NEVER.map((name) => `${name}.e2e.ts`), ...notToday()].map((file) => `**/${file}`);
