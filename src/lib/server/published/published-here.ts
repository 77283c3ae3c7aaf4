import { readPublishedLibrary, type PublishedLibrary } from './published-library.ts';

let opened: PublishedLibrary | undefined;

/** The edition that this build is made of, read once: by pages and by what programs read. */
export function publishedHere(): PublishedLibrary {
	opened ??= readPublishedLibrary(process.env['PUBLISHED_DIR'] ?? 'static/published');
	return opened;
}
