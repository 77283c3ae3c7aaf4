import { createHash } from 'node:crypto';

export const sha256 = (data: string | Uint8Array): string =>
	createHash('sha256').update(data).digest('hex');

/**
 * src/content/README.md: SHA-256 of title, LF, summary, LF, body. It names a text by what a reader sees:
 * markers and anchors (everything in braces), trailing spaces, line ends and blank lines at either
 * end of the body do not count.
 */
export function articleHash({ title, summary }: ArticleWords, body: string): string {
	return sha256(`${normal(title)}\n${normal(summary)}\n${normal(body)}`);
}

interface ArticleWords {
	readonly title: string;
	readonly summary: string;
}

/** The same for a small kind: its translatable fields in the order of src/content/README.md */
export const fieldsHash = (fields: readonly string[]): string =>
	sha256(fields.map(normal).join('\n'));

const normal = (text: string): string =>
	text
		.normalize('NFC')
		.replaceAll('\r\n', '\n')
		.replaceAll(/\{[^{}]*\}/g, '')
		.replaceAll(/[ \t]+$/gm, '')
		.trim();
