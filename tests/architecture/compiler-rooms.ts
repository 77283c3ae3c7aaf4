/**
 * The rooms of the compiler: a folder → those of its neighbours that it may import. The order is that
 * of the data, from the words of an editor to a signed edition that is announced; it never turns back.
 * `cli.ts` beside them starts it. ADR 0028 says why these rooms.
 */
export const compilerRooms: Readonly<Record<string, readonly string[]>> = {
	/** What every room may use: diagnostics, refusals, the world as a command sees it. */
	base: [],
	/** Files of an editor → a corpus, in which nothing is a string that could be a type. */
	read: ['base'],
	/** Who has approved which text, and who wrote it last. */
	approvals: ['read'],
	/** What the words of a corpus are like: sentences, syllables, links, the state of a translation. */
	text: ['base', 'read'],
	/** One family of rules in each file, none of which changes anything. */
	check: ['base', 'read', 'approvals', 'text'],
	/** Texts for translators’ tools, and what comes back. */
	exchange: ['base', 'read'],
	/** A content folder with less in it. */
	prune: ['base', 'read', 'text', 'check'],
	/** Figures for editors, which find no fault. */
	report: ['base', 'read', 'text'],
	/** A corpus → the files of an edition. Pure: the same corpus gives the same bytes. */
	compile: ['base', 'read', 'approvals', 'text', 'report'],

	/** Keys, roots, the anchor, and signing with them. */
	keys: ['base'],
	/** Numbers, dates and signatures on what was compiled, and its files in a folder. */
	publish: ['base', 'compile', 'keys'],
	/** What content says otherwise than the published edition. */
	compare: ['base', 'read', 'text', 'compile', 'publish'],
	/** A published folder as a phone sees it, and what only its publisher can get wrong. */
	verify: ['base', 'compile', 'keys', 'publish'],
	/** Telling phones that an edition is out. */
	announce: ['base', 'keys', 'publish'],

	/** One file for each command, and the command line that chooses among them. */
	commands: [
		...['base', 'read', 'approvals', 'text', 'check', 'report', 'compile'],
		...['exchange', 'prune', 'keys', 'publish', 'compare', 'verify', 'announce']
	]
};

/** The families of rules, which know no list that they are in. `.` is that list. */
export const checkRooms: Readonly<Record<string, readonly string[]>> = {
	/** What stands behind a line: facts, claims, quotes. */
	evidence: [],
	/** What a file has to have, and what it names. */
	structure: ['evidence'],
	/** What holds, since when, and who has approved it. */
	validity: [],
	/** How long, how hard to read, in which words, and whether a translation follows. */
	words: [],
	'.': ['evidence', 'structure', 'validity', 'words']
};
