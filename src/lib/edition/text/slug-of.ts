/** Of a title: lower-case words joined by single hyphens, cut at a word where they are too long. */
export function slugOf(title: string): string {
	const words = title
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '');
	if (words.length <= LONGEST) return words;
	return words
		.slice(0, LONGEST + 1)
		.replace(/-[^-]*$/, '')
		.slice(0, LONGEST);
}

/** As the compiler's `Slug`. */
const LONGEST = 40;
