import { isDaily, sampleFiles } from '#tests/support/sample.ts';

/**
 * Never run in Firefox, because a second engine would prove nothing more: answers over plain HTTP, the
 * heads of pages, releases of the code, the commands for keys, the editors' preview. The hostile host is
 * met by both engines in `tuf*.e2e.ts`. Playwright's Firefox cannot make the PDFs of `print`.
 */
const NEVER = [
	...[
		'api',
		'app-update',
		'editor',
		'heads',
		'hostile',
		'keys-drill',
		'machines',
		'preview',
		'print'
	]
];
/** About what pages say and where they lead: `npm test` runs half of these in Firefox, other ones each day. */
const SAMPLED = [
	...['access', 'addresses', 'articles', 'base-path', 'changes', 'first-visit', 'future'],
	...['install', 'languages', 'not-here', 'second-edition', 'share']
];

/** Longer than a minute in Firefox, most of it before anything is heard: left to the long run, and by hand. */
const LONG = ['recorded'];

/** Test files that are not in today's sample. None outside `npm test`, so a file named by hand always runs. */
export function notToday(): string[] {
	if (!isDaily()) return [];
	const today = sampleFiles(SAMPLED);
	const left = [...LONG, ...SAMPLED.filter((name) => !today.includes(name))];
	return left.map((name) => `${name}.e2e.ts`);
}

/** Patterns of the test files that Playwright skips in Firefox. */
export const leftOutInFirefox = (): string[] =>
	[...NEVER.map((name) => `${name}.e2e.ts`), ...notToday()].map((file) => `**/${file}`);
