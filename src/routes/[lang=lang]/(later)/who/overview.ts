import type { Guide } from '#lib/edition/article.ts';
import { OVERVIEW_PLACES, OVERVIEW_ROLES } from '#lib/edition/words.ts';
import type { PlainKey } from '#lib/reader/text/message-keys.ts';
import type { DrawingName } from '#lib/ui/drawings.ts';

type Place = (typeof OVERVIEW_PLACES)[number];
type Role = (typeof OVERVIEW_ROLES)[number];

/** Each place is drawn as what stands there. */
export const PLACE_DRAWINGS: Readonly<Record<Place, DrawingName>> = {
	...{ home: 'door', street: 'walk', car: 'car', bus: 'bus', school: 'school' },
	...{ principal: 'principal', shelter: 'bed', office: 'office', hospital: 'hospital' },
	...{ court: 'court', work: 'work', everywhere: 'police' }
};

/** The columns of who lives or works there: its role, its name, its drawing. */
export const ROLES = [
	['family', 'who_family', 'family'],
	['staff', 'who_staff', 'office']
] as const satisfies (readonly [string, PlainKey, DrawingName])[];

/** What one role does at one place: steps of a guide, in its own words. */
export interface Cell {
	readonly guide: Guide;
	readonly steps: readonly Guide['do']['items'][number][];
}
export interface Row {
	readonly place: Place;
	readonly cells: Readonly<Partial<Record<Role, Cell>>>;
	/** The guide that the place leads to: of the first role that does something there. */
	readonly guide: Guide;
}

/**
 * The table of the page "who does what", from what guides say of themselves: places in their fixed order,
 * and what is the same everywhere. A place where nobody has a guide is left out.
 */
export function overviewOf(guides: readonly Guide[]): {
	readonly rows: readonly Row[];
	readonly everywhere: Cell | undefined;
} {
	const cellOf = (place: Place, role: Role): Cell | undefined => {
		for (const guide of guides) {
			const line = guide.overview?.find((it) => it.place === place && it.for === role);
			const steps = (line?.steps ?? []).flatMap((step) => guide.do.items[step - 1] ?? []);
			if (steps.length > 0) return { guide, steps };
		}
		return undefined;
	};
	const rows = OVERVIEW_PLACES.filter((place) => place !== 'everywhere').flatMap((place): Row[] => {
		const found = OVERVIEW_ROLES.flatMap((role) => {
			const cell = cellOf(place, role);
			return cell ? [[role, cell] as const] : [];
		});
		const [first] = found;
		return first ? [{ place, cells: Object.fromEntries(found), guide: first[1].guide }] : [];
	});
	return { rows, everywhere: cellOf('everywhere', 'police') };
}
