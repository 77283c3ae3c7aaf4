import { readFileSync, writeFileSync } from 'node:fs';
import type { Site } from './site-file.ts';

type Manifest = Readonly<Record<string, unknown>>;
type Named = Pick<Site, 'name' | 'shortName' | 'about' | 'neutralNames'>;

const SIZES = ['192x192', '512x512'];

/**
 * The manifests of a site by their file's name, from what all of them share: the app's own, and one for each
 * neutral icon. Every address in them is relative to the app, but for the one that must not be: a browser
 * takes two apps of one host for the same when their ids are equal. With an id of its own a neutral one is
 * another app to the phone, beside the first and with the same data.
 *
 * What tells more than a neutral name does is left out of those: description, pictures, shortcuts.
 */
export function toManifests(shared: Manifest, site: Named, base: string): Map<string, Manifest> {
	const { name, shortName, about, neutralNames } = site;
	const own = { id: `${base}/`, name, short_name: shortName, description: about, ...shared };
	const { shortcuts: _, screenshots: __, categories: ___, ...plain } = shared;
	const neutral = Object.entries(neutralNames).map(([icon, called]): [string, Manifest] => [
		`manifest-${icon}.webmanifest`,
		{
			id: `${base}/?icon=${icon}`,
			name: called,
			short_name: called,
			...plain,
			// the scope is the same; on iOS the installed app learns by it what it is called
			start_url: `./?icon=${icon}`,
			icons: SIZES.flatMap((sizes) =>
				// drawn to the edge, with all that matters in the middle: good for both
				['any', 'maskable'].map((purpose) => ({
					...{ src: `icons/${icon}-${sizes.split('x')[0] ?? ''}.png`, sizes },
					...{ type: 'image/png', purpose }
				}))
			)
		}
	]);
	return new Map([['manifest.webmanifest', own], ...neutral]);
}

/** Names the app in its manifest, and writes those of its neutral names beside it. */
export function writeManifests(folder: string, site: Named, base: string): void {
	const file = readFileSync(`${folder}/manifest.webmanifest`, 'utf8');
	for (const [name, manifest] of toManifests(JSON.parse(file) as Manifest, site, base)) {
		writeFileSync(`${folder}/${name}`, JSON.stringify(manifest));
	}
}
