// Works where the app does not: it is not part of the build, the worker never answers for it, and
// nothing happens before a tap. Plain script, for the oldest browser that can run the app.
'use strict';

const said = document.getElementById('said');
const say = (text) => {
	said.textContent = text;
};

/** The page that the worker answers with, and every script and style it names, past all caches. */
async function fetchShell() {
	const fresh = { cache: 'no-store', credentials: 'omit' };
	const shell = await fetch('/shell/', fresh);
	if (!shell.ok) throw new Error('shell');
	const html = await shell.text();
	const paths = new Set(html.match(/\/_app\/immutable\/[\w./-]+\.(js|css)/g) || []);
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
	for (const one of workers ? await workers.getRegistrations() : []) await one.unregister();
	for (const name of await caches.keys()) await caches.delete(name);
}

function dropContent() {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase('handrail');
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
	location.replace('/');
});

const really = document.getElementById('really');
document.getElementById('everything').addEventListener('click', () => {
	really.hidden = false;
	really.focus();
});
really.addEventListener('click', async () => {
	await dropCode();
	await dropContent();
	localStorage.clear();
	sessionStorage.clear();
	really.hidden = true;
	say('Everything was deleted. · Se borró todo.');
});
