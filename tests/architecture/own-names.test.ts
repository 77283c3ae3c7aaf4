import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** By file: how it keeps to what is this app's own. */
type Own = Readonly<Record<string, string>>;

/**
 * What all apps of one host share in a browser, as github.io is one host for everybody. Who uses any of it
 * is listed, with the words that make the name this app's own: `toOwnName` of `lib/edition/address/base-path.ts`, or
 * what is made of it. An empty list: nothing of ours uses it.
 */
const SHARED: Readonly<Record<string, { readonly use: RegExp; readonly own: Own }>> = {
	databases: {
		use: /\bopenDB[<(]|\bindexedDB\.(?:open|deleteDatabase|databases)\b/,
		own: {
			'src/lib/storage/database/database.ts': "name = toOwnName('handrail')",
			'static/reset/reset.js': "indexedDB.deleteDatabase(ownName('handrail'))"
		}
	},
	caches: {
		use: /\bcaches(?:\s*)\.(?:open|delete|has|keys)\b/,
		own: {
			'src/lib/pwa/worker/own-caches.ts': 'filter((name) => isOwnCache(name))',
			'src/service-worker/code-cache.ts': 'const names = await ownCaches()',
			'static/reset/reset.js': 'if (isOwnCache(name)) await caches.delete(name)'
		}
	},
	locks: {
		use: /\blocks\.(?:request|query)\b/,
		own: {
			'src/lib/pwa/push/push-ports.ts': "locks.request(toOwnName('handrail-push')",
			'src/lib/pwa/worker/own-caches.ts': "const LOCK = toOwnName('code-caches')",
			'src/lib/sync/single-writer.ts': "const LOCK = toOwnName('handrail-sync')"
		}
	},
	'channels between tabs': {
		use: /\bnew (?:BroadcastChannel|SharedWorker)\b/,
		own: { 'src/lib/pwa/sync/edition-channel.ts': "const CHANNEL = toOwnName('handrail')" }
	},
	'storage of a tab and of all tabs': {
		use: /\b(?:local|session)Storage\b/,
		own: {
			'src/lib/reader/hide/hidden-tab.ts': "const KEY = toOwnName('hidden')",
			'static/reset/reset.js': "sessionStorage.removeItem(ownName('hidden'))"
		}
	},
	'tags of notices': {
		use: /\b(?:show|get)Notifications?\b|\bweb_push: 8030\b/,
		own: {
			'src/service-worker/show-notice.ts': 'tag: toOwnName(severity)',
			'src/lib/push/push-message.ts': 'tag: toOwnName(severity, '
		}
	},
	workers: {
		use: /\bnew Workbox\b|\b(?:serviceWorker|workers)\.(?:register|getRegistrations?)\b/,
		own: {
			'src/lib/pwa/worker/register-worker.ts': "scope: toHref('/')",
			'src/lib/pwa/worker/own-registration.ts': 'found?.scope === scope ? found : undefined',
			'static/reset/reset.js': 'if (new URL(one.scope).pathname === base)'
		}
	},
	windows: {
		use: /\bclients\.matchAll\b/,
		own: {
			'src/service-worker/app-shell.ts': 'toPath(new URL(url).pathname)',
			'src/service-worker/show-notice.ts': 'windows.filter(({ url }) => isOwnPage(pathOf(url)))'
		}
	},
	cookies: { use: /document\.cookie|\bcookieStore\b|set-cookie/i, own: {} },
	'all that a host has stored, at once': { use: /clear-site-data/i, own: {} },
	'files of a host': { use: /\bstorage\.getDirectory\b/, own: {} }
};

/** What phones run, and what our server tells them. */
const files = globSync([
	'src/{lib,routes,service-worker,phone-pages}/**/*.{ts,svelte}',
	'src/*.{ts,html}',
	'static/**/*.{js,html}'
])
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => !/\/generated\/|\.test\.ts$|^static\/published\//.test(path));
const textOf = (file: string): string => readFileSync(file, 'utf8');

describe.each(Object.entries(SHARED))('%s that apps of one host share', (_, { use, own }) => {
	test('are used where this table says, and nowhere else', () => {
		expect(files.length).toBeGreaterThan(500);
		const found = files.filter((file) => use.test(textOf(file)));
		expect(found.sort()).toEqual(Object.keys(own).sort());
	});

	test('carry the path of this app', () => {
		const bare = Object.entries(own).filter(([file, words]) => !textOf(file).includes(words));
		expect(bare).toEqual([]);
	});
});
