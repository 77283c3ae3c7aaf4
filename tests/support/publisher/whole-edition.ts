/** What the phone has stored, as found without the app's code. */
export interface Inspection {
	readonly version: number | undefined;
	/** Problems of the edition on screen; empty if it is whole. */
	readonly problems: readonly string[];
	/** Hashes of all stored texts whose bytes match their hash. */
	readonly whole: readonly string[];
}

/**
 * Checks the database without the app's code. It runs in a page by `page.evaluate`, so it may refer to
 * nothing outside itself.
 */
export async function inspectPhone(): Promise<Inspection> {
	interface Entry {
		readonly id: string;
		readonly sha256: string;
	}
	interface Row {
		readonly entries: readonly Entry[];
		readonly cards: readonly unknown[];
	}
	const done = <T>(request: IDBRequest<T>): Promise<T> =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error(request.error?.name));
		});
	const hash = async (text: string): Promise<string> => {
		const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
		return Array.from(new Uint8Array(digest), (it) => it.toString(16).padStart(2, '0')).join('');
	};
	const db = await done(indexedDB.open('handrail'));
	const tx = db.transaction([...db.objectStoreNames]);
	const get = (store: string, key: IDBValidKey): Promise<unknown> =>
		done(tx.objectStore(store).get(key) as IDBRequest<unknown>);

	const state = (await get('trust', 'state')) as { installed?: { version: number } } | undefined;
	const version = state?.installed?.version;
	const [names, texts] = await Promise.all([
		done(tx.objectStore('blobs').getAllKeys()),
		done(tx.objectStore('blobs').getAll() as IDBRequest<string[]>)
	]);
	const problems: string[] = [];
	let row: Row | undefined;
	if (version !== undefined) {
		row = (await get('listings', [version, 'en'])) as Row | undefined;
		if (!(await get('editions', version))) problems.push('no edition');
		if (!row) problems.push('no listing');
		const articles = row?.entries.filter(({ id }) => /^(guide|directive)\//.test(id)) ?? [];
		if (row?.cards.length !== articles.length) problems.push('cards');
	}
	db.close();

	const whole: string[] = [];
	for (const [index, name] of names.entries()) {
		if ((await hash(texts[index] ?? '')) === name) whole.push(name);
		else problems.push(`rotten ${name as string}`);
	}
	for (const { id, sha256 } of row?.entries ?? []) if (!whole.includes(sha256)) problems.push(id);
	return { version, problems, whole };
}
