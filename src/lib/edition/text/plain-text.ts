const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	'#39': "'",
	'#x26': '&',
	'#x3C': '<',
	'#x27': "'"
};

/** The text of the compiler's own HTML, without a document: for whatever shows or compares words alone. */
export const plainText = (html: string): string =>
	html
		.replace(/<\/(p|li)>/g, ' ')
		.replace(/<[^>]*>/g, '')
		.replace(/&([#\w]+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
		.replace(/\s+/g, ' ')
		.trim();
