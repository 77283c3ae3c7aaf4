// Works where the app does not: it is not part of the build, the worker never answers for it, and
// nothing happens before a tap. Plain script, for the oldest browser that can run the app.
'use strict';

/** Where this app is on its host: `/`, or `/handrail/`. Other apps there are left alone. */
const base = new URL('../', document.currentScript.src).pathname;
/** As the app names what it keeps: src/lib/edition/address/base-path.ts. */
const ownName = (name) => (base === '/' ? name : base + name);
const isOwnCache = (name) => {
	const prefix = ownName('app-');
	return name.startsWith(prefix) && !name.slice(prefix.length).includes('/');
};

const said = document.getElementById('said');
const say = (text) => {
	said.textContent = text;
};

/** The page that the worker answers with, and every script and style it names, past all caches. */
async function fetchShell() {
	const fresh = { cache: 'no-store', credentials: 'omit' };
	const shell = await fetch(`${base}shell/`, fresh);
	if (!shell.ok) throw new Error('shell');
	const html = await shell.text();
	const found = html.match(/[\w./-]*\/_app\/immutable\/[\w./-]+\.(js|css)/g) || [];
	const paths = new Set(found.filter((path) => path.startsWith(base)));
	if (paths.size === 0) throw new Error('no script');
	for (const path of paths) {
		const file = await fetch(path, fresh);
		const type = file.headers.get('content-type') || '';
		if (!file.ok || type.startsWith('text/html')) throw new Error(path);
		await file.arrayBuffer();
	}
}

async function dropCode() {
	const workers = navigator.serviceWorker;
	for (const one of workers ? await workers.getRegistrations() : []) {
		if (new URL(one.scope).pathname === base) await one.unregister();
	}
	for (const name of await caches.keys()) {
		if (isOwnCache(name)) await caches.delete(name);
	}
}

function dropContent() {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(ownName('handrail'));
		request.onsuccess = resolve;
		request.onerror = () => reject(request.error);
		// a tab that does not step aside: it is deleted when that one is closed
		request.onblocked = () => say('Close the other tabs of Handrail.');
	});
}

document.getElementById('code').addEventListener('click', async () => {
	try {
		say('Fetching …');
		await fetchShell();
	} catch {
		// what is here stays: it may be all that can be opened today
		say('No connection, or the app is not there. Nothing was changed. · Nada cambió.');
		return;
	}
	await dropCode();
	location.replace(base);
});

const really = document.getElementById('really');
document.getElementById('everything').addEventListener('click', () => {
	really.hidden = false;
	really.focus();
});
really.addEventListener('click', async () => {
	await dropCode();
	await dropContent();
	// whether this tab was covered
	sessionStorage.removeItem(ownName('hidden'));
	really.hidden = true;
	say('Everything was deleted. · Se borró todo.');
});
