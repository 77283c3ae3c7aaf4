/** Makes something else of a JSON value. */
export type Change = (json: unknown) => unknown;

type Holder = Record<string, unknown>;

/** Where a path such as `languages.0.count` ends: throws if it leads nowhere, or a test would pass for nothing. */
function placeOf(json: unknown, path: string): readonly [Holder, string] {
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	const holder = keys.reduce<unknown>((it, key) => (it as Holder | undefined)?.[key], json);
	if (typeof holder !== 'object' || holder === null) throw new Error(`There is no ${path}`);
	return [holder as Holder, last];
}

export const put =
	(path: string, value: unknown): Change =>
	(json) => {
		const copy = structuredClone(json);
		const [holder, key] = placeOf(copy, path);
		holder[key] = value;
		return copy;
	};

export const drop =
	(path: string): Change =>
	(json) => {
		const copy = structuredClone(json);
		const [holder, key] = placeOf(copy, path);
		if (!(key in holder)) throw new Error(`There is no ${path}`);
		if (Array.isArray(holder)) holder.splice(Number(key), 1);
		else delete holder[key];
		return copy;
	};

/** Adds to the list at a path what `make` makes of it. */
export const push =
	(path: string, make: (list: unknown[]) => unknown): Change =>
	(json) => {
		const copy = structuredClone(json);
		const [holder, key] = placeOf(copy, path);
		const list = holder[key] as unknown[];
		list.push(make(list));
		return copy;
	};

export const both =
	(...changes: readonly Change[]): Change =>
	(json) =>
		changes.reduce((it, change) => change(it), json);
