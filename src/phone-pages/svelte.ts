/* What components import from `svelte`, where nothing is mounted and one page is rendered at a time. */
const contexts = new Map<unknown, unknown>();

export const setContext = <T>(key: unknown, value: T): T => {
	contexts.set(key, value);
	return value;
};
export const getContext = (key: unknown): unknown => contexts.get(key);

export function createContext<T>(): [() => T, (value: T) => T] {
	const key = {};
	return [() => contexts.get(key) as T, (value) => setContext(key, value)];
}

export const untrack = <T>(read: () => T): T => read();
export const tick = (): Promise<void> => Promise.resolve();
export const onMount = (): void => undefined;
