import { readPublishedLibrary, type PublishedLibrary } from './published-library.ts';

let opened: PublishedLibrary | undefined;

/** The edition of this build, read once, for pages, feeds and data. */
export function publishedHere(): PublishedLibrary {
	opened ??= readPublishedLibrary(process.env['PUBLISHED_DIR'] ?? 'static/published');
	return opened;
}
