import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Look = 'light' | 'dark';
const LOOKS = ['light', 'dark'] as const satisfies readonly Look[];

const TOKENS = readFileSync('src/lib/ui/tokens.css', 'utf8');
const inBlock = (selector: string): string => {
	const from = TOKENS.slice(TOKENS.indexOf(`${selector} {`));
	return from.slice(0, from.indexOf('}'));
};
const LOOK_BLOCKS = { light: inBlock(':root'), dark: inBlock(":root[data-look='dark']") };

const tokenOf = (look: Look, name: string): string =>
	new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(LOOK_BLOCKS[look])?.[1] ?? `no --${name}`;

/** A colour that stands where no token can be named, what stands before it, and the token that it repeats. */
type Copy = readonly [file: string, before: string, look: Look, token: string];

const PICTURE = 'src/lib/share/picture/draw-picture.ts';
const STARTER = 'src/build/site/starter/site.json';
const CONTRAST = 'src/build/site/check-contrast.ts';
const ACCENT = { rail: 'rail', railSoft: 'rail-soft', onRail: 'on-rail' };
const DRAWN = {
	...{ paper: 'paper', card: 'card', ink: 'ink', soft: 'ink-soft' },
	...{ ...ACCENT, wait: 'wait', waitSoft: 'wait-soft' }
};

/** A canvas, a file that is passed on, the build, and what a browser shows before the app. */
const COPIES: readonly Copy[] = [
	['src/app.html', '<meta name="theme-color" content="', 'light', 'paper'],
	['src/app.html', 'scheme: light)" />\n\t\t<meta name="theme-color" content="', 'dark', 'paper'],
	['static/manifest.webmanifest', '"background_color": "', 'light', 'paper'],
	['static/manifest.webmanifest', '"theme_color": "', 'light', 'paper'],
	['static/icons/icon.svg', 'rx="14.08" fill="', 'light', 'rail'],
	['src/build/site/site-files.ts', "const RAIL = '", 'light', 'rail'],
	['src/lib/share/file/file-style.ts', 'border-radius:50%;background:', 'light', 'rail'],
	...LOOKS.map((look): Copy => [CONTRAST, `${look}: { paper: '`, look, 'paper']),
	...LOOKS.map((look): Copy => [
		CONTRAST,
		`paper: '${tokenOf(look, 'paper')}', card: '`,
		look,
		'card'
	]),
	...Object.entries(DRAWN).map(([name, token]): Copy => [PICTURE, `\t${name}: '`, 'light', token]),
	...LOOKS.flatMap((look) =>
		Object.entries(ACCENT).map(([name, token]): Copy => [STARTER, `"${name}": "`, look, token])
	)
];

test.each(COPIES)('%s: %s… is, in the %s look, --%s', (file, before, look, token) => {
	const text = readFileSync(file, 'utf8');
	// the accents of both looks have the same names there
	const from = file === STARTER ? text.slice(text.indexOf(`"${look}": {`)) : text;
	expect(from).toContain(before);
	const at = from.indexOf(before) + before.length;
	expect(from.slice(at, at + 7)).toBe(tokenOf(look, token));
});

test('dark is one look, whoever chose it: the phone or the reader', () => {
	const linesOf = (block: string): string[] => [...block.matchAll(/--.*;/g)].map(([line]) => line);
	const byReader = linesOf(LOOK_BLOCKS.dark);
	expect(byReader.length).toBeGreaterThan(10);
	expect(linesOf(inBlock(":root:not([data-look='light'])"))).toEqual(byReader);
});
