import type { Plugin } from 'vite';
import type { Accent, Site } from './site-file.ts';

/** tokens.css is imported by it, and is no module of its own. */
const SHEET = /\/src\/app\.css$/;
const NAMES = { rail: '--rail', railSoft: '--rail-soft', onRail: '--on-rail' } as const;

/** The custom properties of one look; contrast keeps its own. */
const declarations = (accent: Accent): string =>
	(['rail', 'railSoft', 'onRail'] as const)
		.map((name) => `${NAMES[name]}: ${accent[name]};`)
		.join('');

/** Rules with the accent of a site, to stand after those of tokens.css that they replace. */
export function accentRules({ light, dark }: NonNullable<Site['colours']>): string {
	return (
		`:root:not([data-look='contrast']){${declarations(light)}}` +
		`@media (prefers-color-scheme:dark){:root:not([data-look='light'],[data-look='contrast']){${declarations(dark)}}}` +
		`:root[data-look='dark'][data-look]{${declarations(dark)}}`
	);
}

/** Gives the app the colours of its site, if it has any of its own. */
export function ownColours(colours: Site['colours']): Plugin {
	return {
		name: 'handrail-own-colours',
		enforce: 'pre',
		transform: (code, id) =>
			colours && SHEET.test(id.replaceAll('\\', '/').split('?')[0] ?? '')
				? { code: `${code}\n${accentRules(colours)}\n`, map: null }
				: undefined
	};
}
