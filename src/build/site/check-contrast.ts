import type { Fault } from './fault.ts';
import type { Accent } from './site-file.ts';

/** WCAG 2.2, 1.4.3: text of normal size against what it stands on. */
const LEAST = 4.5;

/** What the accent stands on in each look: --paper and --card of src/lib/ui/tokens.css. */
const GROUNDS = {
	light: { paper: '#fbfaf6', card: '#ffffff' },
	dark: { paper: '#121619', card: '#1b2125' }
} as const;

/** Relative luminance, as WCAG defines it. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
	const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

type Look = keyof typeof GROUNDS;

/** Every pair of a site's own colours that somebody could not read, with how far it is off. */
export function checkContrast(colours: Readonly<Record<Look, Accent>> | undefined): Fault[] {
	if (!colours) return [];
	return (['light', 'dark'] as const).flatMap((look) => {
		const { rail, railSoft, onRail } = colours[look];
		const { paper, card } = GROUNDS[look];
		const change = `make rail ${look === 'light' ? 'darker' : 'lighter'}, or change the other colour`;
		const pairs: [string, string, string, string][] = [
			['rail', rail, `the page (${paper})`, paper],
			['rail', rail, `a card (${card})`, card],
			['rail', rail, `railSoft (${railSoft})`, railSoft],
			['onRail', onRail, `rail (${rail})`, rail]
		];
		return pairs.flatMap(([name, colour, what, ground]) => {
			const contrast = contrastOf(colour, ground);
			if (contrast >= LEAST) return [];
			const figure = (Math.floor(contrast * 10) / 10).toFixed(1);
			const problem =
				`colours.${look}.${name} (${colour}) on ${what} has a contrast of ${figure}; ` +
				`text needs ${String(LEAST)}`;
			return [{ problem, remedy: change }];
		});
	});
}
