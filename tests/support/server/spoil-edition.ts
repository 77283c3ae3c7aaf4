import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Overwrites files of a published edition, and deletes their compressed copies, which would be served instead.
 * Gives what undoes it.
 */
export function spoilEdition(
	folder: string,
	pattern: string,
	change: (text: string) => string
): () => void {
	const whole = globSync(`${folder}/${pattern}`).map((file) => [file, readFileSync(file)] as const);
	for (const [file, bytes] of whole) {
		if (/\.(br|gz)$/.test(file)) rmSync(file);
		else writeFileSync(file, change(bytes.toString('utf8')));
	}
	return () => {
		for (const [file, bytes] of whole) writeFileSync(file, bytes);
	};
}
