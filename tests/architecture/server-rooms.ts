/**
 * The rooms of the server: a folder → those of its neighbours that it may import. The order is that
 * of the data: what is low in the list is made of what stands above it.
 */
export const serverRooms: Readonly<Record<string, readonly string[]>> = {
	/** Which push services there are, and which of them may be an invented name. */
	'push-services': [],
	/** The wire: encryption, VAPID, connections. Knows no database. */
	'web-push': ['push-services'],
	/** This process: its settings, its log, how it starts and stops. */
	process: ['web-push'],
	/** What is published, verified as a phone would, and what it says of itself. */
	'trusted-edition': ['process'],

	/** Two engines and one schema, with its migrations. */
	database: [],
	subscriptions: ['database', 'push-services'],
	outbox: ['database', 'push-services'],
	announcements: ['database', 'outbox', 'trusted-edition'],
	statistics: ['database', 'push-services', 'subscriptions'],
	/** The four together, over one database that may be away. */
	store: ['database', 'subscriptions', 'outbox', 'announcements', 'statistics'],

	/** What is sent when: lanes, breakers, pace. */
	sender: ['outbox', 'push-services', 'web-push'],
	/** What is done now and then. */
	jobs: ['announcements', 'process', 'sender', 'store', 'subscriptions', 'trusted-edition'],
	'rate-limits': ['process'],
	/** What the routes work with, and how it is opened. */
	backend: ['jobs', 'process', 'rate-limits', 'sender', 'store', 'trusted-edition', 'web-push'],

	/** A request and its answer, whatever it asks for. */
	requests: ['backend', 'process', 'rate-limits', 'store'],
	operator: [
		'announcements',
		'backend',
		'process',
		'requests',
		'sender',
		'statistics',
		'store',
		'subscriptions',
		'trusted-edition'
	],
	api: [
		'announcements',
		'backend',
		'operator',
		'process',
		'push-services',
		'requests',
		'subscriptions',
		'trusted-edition'
	],
	/** Around Kit's handler: files, headers, refusals. */
	http: ['api', 'process'],

	/** The edition as a build reads it, and what is made of it beside the pages. */
	published: ['process', 'trusted-edition'],
	feeds: ['published'],
	'open-data': ['published'],
	crawlers: ['published'],
	/** What a build does to the HTML of a page. */
	pages: []
};

/** The rooms of the sender. `.` is the sender itself. */
export const senderRooms: Readonly<Record<string, readonly string[]>> = {
	/** What an answer means, and what becomes of the delivery. */
	outcomes: [],
	/** When a message may start. */
	lanes: ['outcomes'],
	'.': ['lanes', 'outcomes']
};

/** The rooms of what answers. */
export const httpRooms: Readonly<Record<string, readonly string[]>> = {
	/** One file, or one sentence, to who asked: encodings, types, headers, pieces. */
	files: [],
	/** Which file an address means, and what is refused. */
	'.': ['files']
};
