import { parseSettings } from '#lib/server/process/settings.ts';
import { readPublishedLibrary, type PublishedLibrary } from './published-library.ts';

let opened: PublishedLibrary | undefined;

/** The edition of this build, read once, for pages, feeds and data. */
export function publishedHere(): PublishedLibrary {
	opened ??= readPublishedLibrary(parseSettings(process.env).publishedDir);
	return opened;
}
