/** The rooms of the layers that page and phone share. `.` stands for the files beside them. */

/** The domain between what knows no article and what knows where an app is. */
export const editionRooms: Readonly<Record<string, readonly string[]>> = {
	/** Escaping, comparing, patching, reading JSON. */
	text: [],
	/** Articles, editions, listings, cards. */
	'.': [],
	/** Paths of published files and of pages, and the path that a build is served at. */
	address: ['.']
};

export const trustRooms: Readonly<Record<string, readonly string[]>> = {
	/** One file: its envelope, the roles of a root, and whether enough of its keys signed it. */
	signed: [],
	/** Which of two is newer, which to believe, and until when. */
	'.': ['signed']
};

export const syncRooms: Readonly<Record<string, readonly string[]>> = {
	/** Bytes of any file: limits, deadlines, mirrors. */
	fetch: [],
	/** An edition: what it needs, and the order in which that is stored. */
	'.': ['fetch']
};

/** Ways of passing on, which do not know each other. */
export const shareRooms: Readonly<Record<string, readonly string[]>> = {
	/** What goes with a text wherever it goes. */
	'.': [],
	compare: [],
	file: ['.'],
	message: ['.'],
	paper: ['.'],
	picture: ['.']
};

/** What a reader sees, from single words up to whole pages. */
export const readerRooms: Readonly<Record<string, readonly string[]>> = {
	text: [],
	state: [],
	/** Which page an address means that leads nowhere. */
	address: [],
	cards: ['state', 'text'],
	labels: ['cards', 'text'],
	contacts: ['labels', 'text'],
	/** The line that says what is known of the edition. */
	status: ['state', 'text'],
	/** Leaving in a hurry. */
	hide: ['state', 'text'],
	/** A guide read aloud, or shown card by card. */
	spoken: ['contacts', 'text'],
	/** Around every page. */
	frame: ['address', 'hide', 'state', 'status', 'text'],
	article: ['cards', 'contacts', 'frame', 'labels', 'spoken', 'state', 'text']
};
