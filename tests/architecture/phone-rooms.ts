/** What a folder of `lib/storage` may import of the others. */
export const storageRooms: Readonly<Record<string, readonly string[]>> = {
	/** The connection, the shape of what is stored, transactions, and what phones refuse. */
	database: [],
	/** One owner for each object store. */
	stores: ['database'],
	/** What is on screen, read as pages need it. */
	read: ['database', 'stores'],
	/** What changes it: each file is one transaction, or prepares one. */
	write: ['database', 'stores']
};

/** What a folder of `lib/pwa` may import of the others. */
export const phoneRooms: Readonly<Record<string, readonly string[]>> = {
	/** The service worker as a page sees it, and the code that it keeps. */
	worker: [],
	install: [],
	/** How long a browser may take to answer. */
	deadline: [],
	/** How an edition comes onto this phone, in page and worker alike. */
	sync: [],
	languages: ['worker', 'sync'],
	/** What is heard: fetched at a tap, or kept by the language. */
	recordings: ['sync'],
	'edition-file': ['sync'],
	push: ['worker', 'install', 'deadline'],
	/** The life of one page with all of it. */
	session: ['worker', 'install', 'deadline', 'sync', 'languages', 'push']
};
