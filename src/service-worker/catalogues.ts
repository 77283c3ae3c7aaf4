import { build } from '$service-worker';

const tagOf = (path: string): string | undefined =>
	/\/assets\/([\w-]+)\.[\w-]{8}\.json$/.exec(path)?.[1];

/** Interface text, one file per language, by its tag: `/_app/immutable/assets/es.<hash>.json`. */
export const catalogues: ReadonlyMap<string, string> = new Map(
	build.flatMap((path) => {
		const tag = tagOf(path);
		return tag === undefined ? [] : [[tag, path] as const];
	})
);

export const isCatalogue = (path: string): boolean => tagOf(path) !== undefined;
