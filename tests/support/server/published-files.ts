import {
	audioPath,
	blobPath,
	editionPath,
	HEAD_PATH,
	listingPath,
	packPath,
	PUBLISHED,
	rootPath,
	updatePath,
	type PublishedPath
} from '#lib/edition/address/published-paths.ts';

const SHA = 'a'.repeat(64);

/** One file of each kind that an edition has, by its name. Whoever serves editions must serve all. */
const BY_KIND: Readonly<Record<PublishedPath['kind'], string>> = {
	head: HEAD_PATH,
	root: rootPath(1),
	edition: editionPath(SHA),
	listing: listingPath(SHA),
	blob: blobPath(SHA),
	audio: audioPath(SHA),
	pack: packPath(SHA),
	// a tag with a script: its hyphen and capital must be served, too
	update: updatePath(SHA, 123, 'zh-Hant')
};

/** Their addresses on a host. */
export const PUBLISHED_FILES = Object.values(BY_KIND).map((path) => PUBLISHED + path);
