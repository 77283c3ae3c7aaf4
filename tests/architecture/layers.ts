/**
 * Who may import whom: a layer's folder → the layers it may import. A layer may import itself.
 * An endpoint (`+server.ts`) imports `lib/server` and nothing else: a rule of its own.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
	'src/lib/edition': [],
	'src/lib/push': ['src/lib/edition'],
	'src/lib/ui': [],
	'src/lib/messages': [],
	'src/lib/trust': ['src/lib/edition'],
	'src/lib/search': ['src/lib/edition'],
	'src/lib/sync': ['src/lib/edition', 'src/lib/trust'],
	/** The contract between pages and the phone that they are on: types, and nothing that runs. */
	'src/lib/phone': [
		'src/lib/edition',
		'src/lib/trust',
		'src/lib/sync',
		'src/lib/search',
		'src/lib/push'
	],
	'src/lib/storage': ['src/lib/edition', 'src/lib/trust', 'src/lib/phone'],
	'src/lib/pwa': [
		'src/lib/edition',
		'src/lib/trust',
		'src/lib/push',
		'src/lib/phone',
		'src/lib/storage',
		'src/lib/sync'
	],
	'src/lib/reader': [
		'src/lib/edition',
		'src/lib/trust',
		'src/lib/search',
		'src/lib/sync',
		'src/lib/phone',
		'src/lib/ui',
		'src/lib/messages'
	],
	/** Passing on and getting back: texts, files, and what changed word by word. */
	'src/lib/share': [
		'src/lib/edition',
		'src/lib/trust',
		'src/lib/phone',
		'src/lib/reader',
		'src/lib/ui',
		'src/lib/messages'
	],
	/** The composition in the browser: what the phone does meets what pages see. */
	'src/lib/app': [
		'src/lib/edition',
		'src/lib/phone',
		'src/lib/storage',
		'src/lib/pwa',
		'src/lib/reader',
		'src/lib/search'
	],
	'src/lib/server': ['src/lib/edition', 'src/lib/trust', 'src/lib/push', 'src/lib/messages'],
	/** Steps of the build, and what Vite and Kit are set up with. Texts stand where the translator looks. */
	'src/build': ['src/lib/messages', 'src/lib/edition/text'],
	/** What lets a stranger compare a site with its source. */
	'src/supply': ['src/build', 'src/compiler', 'src/lib/edition'],
	/** The saved file of every language and the open data, as one file: compiler and sharing meet. */
	'src/archive': [
		'src/build',
		'src/compiler',
		'src/lib/edition',
		'src/lib/messages',
		'src/lib/share'
	],
	/** With the phone's own sync it refuses to publish what phones would refuse. */
	'src/compiler': [
		'src/build',
		'src/lib/edition',
		'src/lib/trust',
		'src/lib/sync',
		'src/lib/search',
		'src/lib/push'
	],
	/** `npm run dev`: compiler, server and phone meet, and no build knows of it. */
	'src/preview': ['src/build', 'src/compiler', 'src/lib/edition', 'src/lib/pwa', 'src/lib/server'],
	/** Reads what the content cites, for its editors: never in a build, never in an edition. */
	'src/watch': ['src/build', 'src/compiler', 'src/lib/edition'],
	/** What is under the editor's screens: texts, edits, drafts, approvals. Never in the reader's app. */
	'src/editor/core': ['src/compiler', 'src/lib/edition'],
	/** One article from a text in memory, by the compiler. */
	'src/editor/preview': ['src/compiler', 'src/lib/edition'],
	/** Who comes in, where several work: people, passkeys, sessions. Knows no request and no answer. */
	'src/editor/team': ['src/editor/core', 'src/compiler', 'src/lib/edition', 'src/lib/server'],
	/** Answers the editor's screen, and nobody else. Of the reader's server it takes types of files, limits and how secrets are compared. */
	'src/editor/server': [
		'src/editor/core',
		'src/editor/preview',
		'src/editor/team',
		'src/lib/edition',
		'src/lib/server'
	],
	/**
	 * What an editor sees. Of the preview it knows types alone, of the server types and the table of who may
	 * ask what, of the core what needs no Node.
	 */
	'src/editor/screens': [
		'src/editor/core',
		'src/editor/preview',
		'src/editor/server',
		'src/lib/edition',
		'src/lib/messages',
		'src/lib/phone',
		'src/lib/reader',
		'src/lib/ui',
		'src/routes',
		'src/app.css'
	],
	'src/service-worker': [
		'src/lib/edition',
		'src/lib/push',
		'src/lib/pwa',
		'src/lib/messages',
		/** What it renders with: types alone, since the pages come to it compiled. */
		'src/phone-pages'
	],
	/** The pages of the routes, compiled to text for the worker. */
	'src/phone-pages': ['src/routes', 'src/lib/reader', 'src/lib/phone'],
	'src/routes': [
		'src/lib/edition',
		/** About shows the fingerprint of the keys that the app was built with. */
		'src/lib/trust',
		'src/lib/phone',
		/** The later pages' half of what answers for the phone. */
		'src/lib/app',
		'src/lib/reader',
		'src/lib/share',
		'src/lib/ui',
		'src/lib/messages',
		'src/app.css'
	]
};

/** Single files at the top of `src`, which put the layers together. */
export const entries: Readonly<Record<string, readonly string[]>> = {
	'src/hooks.client.ts': ['src/lib/app', 'src/lib/edition', 'src/lib/reader', 'src/lib/messages'],
	'src/hooks.server.ts': [
		'src/lib/edition',
		'src/lib/server',
		'src/lib/reader',
		'src/lib/messages'
	],
	'src/serve.ts': ['src/lib/server'],
	'src/start.ts': ['src/build', 'src/serve.ts'],
	'src/sender.ts': ['src/lib/server'],
	'src/store-move.ts': ['src/lib/server'],
	'src/editor/edit.ts': [
		'src/build/site',
		'src/compiler',
		'src/editor/core',
		'src/editor/preview',
		'src/editor/server',
		'src/editor/team',
		'src/lib/server/process'
	],
	'src/editor/build-screen.ts': ['src/build'],
	'src/editor/vite.config.ts': [],
	'src/params': ['src/lib/edition', 'src/lib/messages', 'src/lib/reader']
};

/** Packages that only some layers may know. */
export const packages: Readonly<Record<string, readonly string[]>> = {
	idb: ['src/lib/storage'],
	'isomorphic-git': ['src/editor/core'],
	'@codemirror': ['src/editor/screens'],
	'openid-client': ['src/editor/team'],
	'@resvg/resvg-wasm': ['src/build/site'],
	kysely: ['src/lib/server'],
	pg: ['src/lib/server/database'],
	'web-push': ['src/lib/server/web-push'],
	'workbox-window': ['src/lib/pwa'],
	fflate: ['src/archive'],
	yaml: ['src/compiler', 'src/watch', 'src/editor/core'],
	unified: ['src/compiler', 'src/editor/core'],
	'@mozilla/readability': ['src/watch'],
	jsdom: ['src/watch'],
	'robots-parser': ['src/watch'],
	unpdf: ['src/watch'],
	warcio: ['src/watch']
};

/** Folders that may use Node's own modules. */
export const onNode: readonly string[] = [
	'src/lib/server',
	'src/compiler',
	'src/serve.ts',
	'src/start.ts',
	'src/store-move.ts',
	'src/build',
	'src/supply',
	'src/archive',
	'src/preview',
	'src/watch',
	'src/editor/core',
	'src/editor/server',
	'src/editor/team',
	'src/editor/edit.ts',
	'src/editor/build-screen.ts',
	'src/editor/vite.config.ts',
	'src/sender.ts',
	'src/hooks.server.ts'
];
