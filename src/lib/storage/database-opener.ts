import { openHandrailDatabase, type HandrailDatabase } from './database.ts';

export type OpenDatabase = () => Promise<HandrailDatabase>;

/** Opens once and shares the connection; opens again after another tab or the browser closed it. */
export function createDatabaseOpener(name = 'handrail'): OpenDatabase {
	let opening: Promise<HandrailDatabase> | undefined;
	const forget = (): void => {
		opening = undefined;
	};
	return () => {
		if (!opening) {
			opening = openHandrailDatabase(name, { onClosed: forget });
			// who asked is told; the next one tries anew
			opening.catch(forget);
		}
		return opening;
	};
}
