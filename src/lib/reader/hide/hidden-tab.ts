import { toOwnName } from '#lib/edition/address/base-path.ts';

/** Key in session storage, present while this tab is covered. It does not tell what is covered. */
const KEY = toOwnName('hidden');

/** Uses session storage. Gives `undefined` if the browser forbids it: then a tab is covered until it reloads. */
function inStorage<Value>(act: (storage: Storage) => Value): Value | undefined {
	try {
		return act(sessionStorage);
	} catch {
		// forbidden by the browser's settings: the state in memory must do
		return undefined;
	}
}

/** Whether this tab is covered. Outlives Back, Forward and reloading. */
export const isTabHidden = (): boolean => inStorage((it) => it.getItem(KEY)) === '1';

/** Remembers that the tab is covered, or forgets that it was. */
export function keepTabHidden(isHidden: boolean): void {
	inStorage((it) => {
		if (isHidden) it.setItem(KEY, '1');
		else it.removeItem(KEY);
	});
}
