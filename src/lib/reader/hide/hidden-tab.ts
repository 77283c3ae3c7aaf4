/** One word, for as long as this tab is covered; it does not tell what lies below. */
const KEY = 'hidden';

/** Where a browser forbids storage, a tab stays covered until it is loaded anew. */
function inStorage<Value>(act: (storage: Storage) => Value): Value | undefined {
	try {
		return act(sessionStorage);
	} catch {
		// forbidden by the browser's settings: the page's memory has to do
		return undefined;
	}
}

/** Whether this tab was covered and not uncovered: it outlives Back, Forward and loading anew. */
export const isTabHidden = (): boolean => inStorage((it) => it.getItem(KEY)) === '1';

/** Remembers that the tab is covered, or forgets that it was. */
export function keepTabHidden(isHidden: boolean): void {
	inStorage((it) => {
		if (isHidden) it.setItem(KEY, '1');
		else it.removeItem(KEY);
	});
}
